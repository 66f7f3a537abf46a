import { dateText, dayOf } from '../recurrence/civil.ts';
import { firstDay } from '../recurrence/occurrences.ts';
import type { Recurrence } from '../recurrence/pattern.ts';
import { invalidRange } from '../recurrence/read-recurrence.ts';
import type { Moment, Quirks } from '../settings.ts';
import { isAddress, withKnownResponses } from './attendees.ts';
import type { EventRecord } from './calendar.ts';
import type { EventChange } from './event-change.ts';
import { checkTimes, knownZone, timeIn } from './event-times.ts';
import { DEFAULT_VALUES, UNSET_TIME } from './event-values.ts';
import type { EventValues } from './event-values.ts';
import { hasJoinBlock, madeOnline } from './online-meeting.ts';
import { refuseEvent } from './refusals.ts';
import { crossesNeighbour, valuesOf } from './series.ts';
import type { Instance } from './series.ts';

/** What an event and its series hold after a change. */
export interface EventContent {
  values: EventValues;
  recurrence: Recurrence | undefined;
}

type Origin = Pick<EventRecord, 'uid' | 'organizer'>;

/** A new event's content; 400 without start and end. */
export function newContent(change: EventChange, origin: Origin, moment: Moment): EventContent {
  const { start, end } = change.values;
  if (!start) throw refuseEvent.missing('Start');
  if (!end) throw refuseEvent.missing('End');
  const values: EventValues = {
    ...DEFAULT_VALUES,
    responseStatus: { response: 'organizer', time: UNSET_TIME },
    ...change.values,
    start,
    end,
  };
  return finished({ values, recurrence: undefined }, change, origin, moment);
}

/** The content of a single event or of a series as a whole after a change. */
export function changedContent(record: EventRecord, change: EventChange, moment: Moment): EventContent {
  if (change.named.has('isAllDay') && !change.values.start) throw refuseEvent.missing('Start');
  const values = merged(record.values, change);
  const named = change.recurrence !== undefined;
  if (record.recurrence && !named && change.values.start) {
    const { start } = change.values;
    if (start.zone.iana !== record.values.start.zone.iana) throw refuseEvent.validation();
    if (dayOf(start.civil) !== dayOf(record.values.start.civil)) throw invalidRange();
  }
  return finished({ values, recurrence: record.recurrence }, change, record, moment);
}

/** What one occurrence holds after a change; it cannot recur itself, nor pass its neighbours. */
export function changedInstance(
  record: EventRecord,
  instance: Instance,
  change: EventChange,
  moment: Moment,
): EventValues {
  if (change.recurrence) throw refuseEvent.validation();
  if (change.named.has('isAllDay') && !change.values.start) throw refuseEvent.missing('Start');
  const before = valuesOf(record, instance);
  const content = { values: merged(before, change), recurrence: undefined };
  const values = finished(content, { ...change, recurrence: undefined }, record, moment).values;
  const moved = change.values.start !== undefined || change.values.end !== undefined;
  if (moved && crossesNeighbour(record, instance, values, moment.quirks)) throw refuseEvent.crossing();
  return values;
}

function merged(before: EventValues, { values }: EventChange): EventValues {
  const { attendees } = values;
  if (!attendees) return { ...before, ...values };
  return { ...before, ...values, attendees: withKnownResponses(attendees, before.attendees) };
}

function finished(
  { values: given, recurrence: before }: EventContent,
  change: EventChange,
  { uid, organizer }: Origin,
  { quirks }: Moment,
): EventContent {
  let values = given;
  let recurrence = before;
  checkTimes(values.start, values.end, values.isAllDay);
  if (change.recurrence === null) recurrence = undefined;
  else if (change.recurrence) ({ values, recurrence } = begun(values, change.recurrence, quirks));
  const attendees = values.attendees.filter((one) => !isAddress(one, organizer.address));
  if (change.values.attendees) values = { ...values, attendees };
  return { values: joined(values, change, uid, quirks), recurrence };
}

/** The recurrence in the zone of the start, and the start on its first day. */
function begun(
  values: EventValues,
  given: Recurrence,
  quirks: Quirks,
): EventContent & { recurrence: Recurrence } {
  const { start, end } = values;
  const zoneName = given.range.recurrenceTimeZone;
  if (zoneName !== '' && knownZone(zoneName).iana !== start.zone.iana) throw refuseEvent.validation();
  if (given.range.startDate !== dateText(start.civil) && quirks.recurrenceStart === 'refuse')
    throw invalidRange();
  const recurrenceTimeZone = zoneName === '' ? start.zone.name : zoneName;
  const day = firstDay(
    { ...given, range: { ...given.range, recurrenceTimeZone } },
    { severalDays: quirks.relativeSeveralDays },
  );
  if (day === undefined) throw invalidRange();
  const civil = day + (start.civil - dayOf(start.civil));
  return {
    values: {
      ...values,
      start: timeIn(start.zone, civil),
      end: timeIn(end.zone, civil + (end.civil - start.civil)),
    },
    recurrence: {
      pattern: given.pattern,
      range: { ...given.range, startDate: dateText(day), recurrenceTimeZone },
    },
  };
}

function joined(values: EventValues, change: EventChange, uid: string, quirks: Quirks): EventValues {
  if (!values.onlineMeeting) {
    return values.isOnlineMeeting ? madeOnline(values, uid) : values;
  }
  const { joinUrl } = values.onlineMeeting;
  const kept = { ...values, isOnlineMeeting: true };
  if (!change.values.body || hasJoinBlock(values.body, joinUrl) || quirks.joinBlockLost === 'keepsMeeting')
    return kept;
  return { ...values, isOnlineMeeting: false, onlineMeetingProvider: 'unknown', onlineMeeting: null };
}
