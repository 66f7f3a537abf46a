import type { MailboxRecord } from '../mailbox.ts';
import { zoneNamed } from '../recurrence/zones.ts';
import type { DeletedEvent, EventRecord } from './calendar.ts';
import { occurrenceId } from './event-ids.ts';
import { EVENT_PROPERTIES } from './event-properties.ts';
import { eventView, shownTime } from './event-view.ts';
import type { Showing } from './event-view.ts';
import { originalTimes } from './series.ts';
import type { Instance } from './series.ts';

/** An event as the dump and people's pages show it: Graph's properties in UTC by immutable id, and what Graph hides. */
export interface EventState {
  /** Immutable id. */
  id: string;
  mutableId: string;
  changeKey: string;
  /** Original dates of cancelled occurrences. */
  cancelled: string[];
  exceptions: ExceptionState[];
  /** Single-value extended properties by id. */
  extendedProperties: Record<string, string>;
  [property: string]: unknown;
}

/** A changed occurrence: only what is its own, beside its times. */
export interface ExceptionState {
  id: string;
  /** Original date. */
  date: string;
  extendedProperties: Record<string, string>;
  [property: string]: unknown;
}

/** A single event, an occurrence or an exception as a calendar shows it. */
export interface InstanceState {
  id: string;
  /** Original date of an instance of a series. */
  date?: string;
  [property: string]: unknown;
}

export interface CalendarState {
  events: EventState[];
  deletedEvents: (EventState & { deletedAt: string; purged: boolean })[];
}

const UTC = zoneNamed('UTC') ?? { name: 'UTC', iana: 'UTC', windows: 'UTC' };
const SHOWING: Showing = { ids: 'immutable', zone: UTC, body: 'html' };

/** Every event of a mailbox. */
export function calendarState({ calendar }: MailboxRecord): CalendarState {
  return {
    events: [...calendar.events.values()].map(eventState),
    deletedEvents: [...calendar.deleted.values()].map((record: DeletedEvent) => ({
      ...eventState(record),
      deletedAt: record.deletedAt.toISOString(),
      purged: record.purged,
    })),
  };
}

export function eventState(record: EventRecord): EventState {
  const { '@odata.etag': _etag, ...view } = eventView(record, SHOWING);
  return {
    ...view,
    id: record.immutableId,
    mutableId: record.mutableId,
    changeKey: record.changeKey,
    cancelled: [...record.cancelled].toSorted(),
    exceptions: [...record.exceptions.keys()].toSorted().map((date) => exceptionState(record, date)),
    extendedProperties: Object.fromEntries(record.extended),
  };
}

/** A single event or one instance of a series in full, with its original date. */
export function instanceState(record: EventRecord, instance: Instance | undefined): InstanceState {
  const { '@odata.etag': _etag, ...view } = eventView(record, SHOWING, instance);
  return { ...view, id: String(view.id), ...(instance && { date: instance.date }) };
}

function exceptionState(record: EventRecord, date: string): ExceptionState {
  const exception = record.exceptions.get(date);
  const times = { ...originalTimes(record, date), ...exception?.values };
  const own = Object.keys(exception?.values ?? {}).filter((name) => EVENT_PROPERTIES.includes(name as never));
  const instance = { date, exception, start: times.start, end: times.end };
  return {
    ...eventView(record, { ...SHOWING, select: own }, instance),
    id: occurrenceId(record, date, 'immutable'),
    date,
    start: shownTime(times.start, record.values, UTC),
    end: shownTime(times.end, record.values, UTC),
    extendedProperties: Object.fromEntries(exception?.extended ?? []),
  };
}
