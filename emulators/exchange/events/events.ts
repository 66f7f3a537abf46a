import type { WireAnswer } from '../../kernel/wire.ts';
import { refuse } from '../errors.ts';
import { context, jsonBody, onlyOptions } from '../graph-call.ts';
import type { GraphCall, GraphHandler } from '../graph-call.ts';
import { page } from '../paging.ts';
import { eventChange } from './event-change.ts';
import {
  calendarMailbox,
  checkEventVersion,
  deedOf,
  eventAnswer,
  eventInPath,
  knownEvent,
  showingOf,
} from './event-call.ts';
import { eventId } from './event-ids.ts';
import { queriedEvents, shownEvent } from './event-query.ts';
import { createMeeting, deleteInstance, deleteMeeting, editInstance, editMeeting } from './meetings.ts';
import { refuseEvent } from './refusals.ts';
import { instanceOn } from './series.ts';
import type { Listed } from './series.ts';

/** `GET …/events`: single events and series, and by a switch the exceptions too. */
export const listEvents: GraphHandler = (call) => {
  onlyOptions(call, '$top', '$skip', '$select', '$expand', '$filter', '$orderby', '$count');
  const mailbox = calendarMailbox(call);
  const showing = showingOf(call);
  const { quirks } = call.moment;
  const listed = [...mailbox.calendar.events.values()].flatMap((record): Listed[] => {
    if (!quirks.eventsListExceptions) return [{ record }];
    const exceptions = [...record.exceptions.keys()].map((date) => instanceOn(record, date, quirks));
    return [
      { record },
      ...exceptions.filter((one) => one !== undefined).map((instance) => ({ record, instance })),
    ];
  });
  const events = queriedEvents(call, listed);
  return eventAnswer(call, 200, {
    '@odata.context': context(call, 'events'),
    ...(call.query.get('$count') === 'true' ? { '@odata.count': events.length } : {}),
    ...page(call, events, (one) => shownEvent(call, one, showing)),
  });
};

/** `POST …/events`: 201 with the whole event; a known `transactionId` gives the event that it made. */
export const createEvent: GraphHandler = (call) => {
  const mailbox = calendarMailbox(call);
  const showing = showingOf(call);
  const before = mailbox.calendar.events.size;
  const record = createMeeting(deedOf(call), mailbox, eventChange(jsonBody(call.request), call.moment));
  const created = single(call, 201, { record }, showing);
  const location = `${call.base}/users('${encodeURIComponent(call.params.user ?? '')}')/events('${encodeURIComponent(eventId(record, call.ids))}')`;
  const made = mailbox.calendar.events.size - before;
  return { ...created, headers: { ...created.headers, location }, writes: { created: made } };
};

/** `GET …/events/{id}`: an event, or an instance of a series. */
export const getEvent: GraphHandler = (call) => {
  onlyOptions(call, '$select', '$expand');
  return single(call, 200, knownEvent(call), showingOf(call));
};

/** `PATCH …/events/{id}`: 200 with the whole event; an occurrence becomes an exception. */
export const updateEvent: GraphHandler = (call) => {
  const named = knownEvent(call);
  const showing = showingOf(call);
  const change = eventChange(jsonBody(call.request), call.moment);
  checkEventVersion(call, named);
  const { record, instance } = named;
  if (instance) editInstance(deedOf(call), named, instance, change);
  else editMeeting(deedOf(call), named, change);
  const changed = instance && instanceOn(record, instance.date, call.moment.quirks);
  return { ...single(call, 200, { record, instance: changed }, showing), writes: { updated: 1 } };
};

/** `DELETE …/events/{id}`: 204. */
export const deleteEvent: GraphHandler = (call) => remove(call, false);

/** `POST …/events/{id}/permanentDelete`: past Deleted Items, 204. */
export const purgeEvent: GraphHandler = (call) => {
  if (call.request.body === '' && call.request.headers['content-length'] !== '0')
    throw refuse.lengthRequired();
  return remove(call, true);
};

function remove(call: GraphCall, purged: boolean): WireAnswer {
  const named = eventInPath(call);
  if (!named) throw wasDeleted(call) ? refuseEvent.gone() : refuse.itemNotFound();
  checkEventVersion(call, named);
  const { instance } = named;
  if (instance) deleteInstance(deedOf(call), named, instance);
  else deleteMeeting(deedOf(call), named, { purged });
  return { ...eventAnswer(call, 204), writes: { deleted: 1 } };
}

/** Recorded: a second DELETE is 400, not 404. */
function wasDeleted(call: GraphCall): boolean {
  if (call.moment.quirks.secondEventDelete !== 'invalidRequest') return false;
  const id = call.params.event ?? '';
  const deleted = calendarMailbox(call).calendar.deleted;
  return [...deleted.values()].some((record) => eventId(record, call.ids) === id);
}

function single(
  call: GraphCall,
  status: number,
  listed: Listed,
  showing: ReturnType<typeof showingOf>,
): WireAnswer {
  return eventAnswer(call, status, {
    '@odata.context': context(call, 'events/$entity'),
    ...shownEvent(call, listed, showing),
  });
}
