import { context, onlyOptions } from '../graph-call.ts';
import type { GraphCall, GraphHandler } from '../graph-call.ts';
import { page } from '../paging.ts';
import { calendarMailbox, eventAnswer, knownEvent, showingOf } from './event-call.ts';
import { queriedEvents, shownEvent } from './event-query.ts';
import { refuseEvent } from './refusals.ts';
import { instancesIn, listedIn } from './series.ts';
import type { Listed } from './series.ts';
import { windowOf } from './view-window.ts';

const OPTIONS = ['$top', '$skip', '$select', '$expand', '$filter', '$orderby', '$count'];

/** `GET …/calendarView`: full single events, occurrences and exceptions of a window, and no series. */
export const calendarView: GraphHandler = (call) => {
  onlyOptions(call, ...OPTIONS);
  const mailbox = calendarMailbox(call);
  const { quirks, limits } = call.moment;
  const window = windowOf(call, { days: limits.viewDays, words: `days: ${limits.viewDays}` });
  const events = [...mailbox.calendar.events.values()];
  const listed = events.flatMap((record) => listedIn(record, window, quirks));
  return listAnswer(call, 'calendarView', listed);
};

/** `GET …/events/{id}/instances`: occurrences and exceptions of a series; cancelled ones are simply not there. */
export const listInstances: GraphHandler = (call) => {
  onlyOptions(call, ...OPTIONS);
  const { record, instance } = knownEvent(call);
  const { quirks, limits } = call.moment;
  if (!record.recurrence || instance) throw refuseEvent.notASeries();
  const window = windowOf(call, {
    days: limits.instancesYears * 366,
    words: `years: ${limits.instancesYears}`,
  });
  const instances = instancesIn(record, window, quirks);
  const exceptionsFirst = [
    ...instances.filter(({ exception }) => exception),
    ...instances.filter(({ exception }) => !exception),
  ];
  const listed = exceptionsFirst.map((one) => ({ record, instance: one }));
  return listAnswer(call, `events('${encodeURIComponent(call.params.event ?? '')}')/instances`, listed);
};

function listAnswer(call: GraphCall, path: string, listed: Listed[]) {
  const showing = showingOf(call);
  const events = queriedEvents(call, listed);
  return eventAnswer(call, 200, {
    '@odata.context': context(call, path),
    ...(call.query.get('$count') === 'true' ? { '@odata.count': events.length } : {}),
    ...page(call, events, (one) => shownEvent(call, one, showing)),
  });
}
