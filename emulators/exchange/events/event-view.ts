import type { IdForm } from '../ids.ts';
import { dateTimeText } from '../recurrence/civil.ts';
import { civilAt } from '../recurrence/zones.ts';
import type { Zone } from '../recurrence/zones.ts';
import type { EventRecord } from './calendar.ts';
import { eventId, iCalUId, occurrenceId } from './event-ids.ts';
import { EVENT_PROPERTIES } from './event-properties.ts';
import type { EventTime, EventValues } from './event-values.ts';
import { originalTimes, valuesOf } from './series.ts';
import type { Instance } from './series.ts';

/** How an answer shows events, by the request's `Prefer` headers. */
export interface Showing {
  ids: IdForm;
  /** Of `start` and `end`; `name` is the one asked for. */
  zone: Zone;
  body: 'html' | 'text';
  /** Only these properties; all when nothing is given. The id always comes. */
  select?: readonly string[] | undefined;
}

export type EventType = 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception';

/** The kind of an event, or of an instance of a series. */
export function typeOf(record: EventRecord, instance?: Instance): EventType {
  if (instance) return instance.exception ? 'exception' : 'occurrence';
  return record.recurrence ? 'seriesMaster' : 'singleInstance';
}

/** An event, or an instance of a series, as Graph shows it, with `@odata.etag`: that of the whole series. */
export function eventView(
  record: EventRecord,
  showing: Showing,
  instance?: Instance,
): Record<string, unknown> {
  const shown = { record, instance, showing, values: instance ? valuesOf(record, instance) : record.values };
  const view: Record<string, unknown> = {
    '@odata.etag': eventEtag(record),
    id: shownId(shown),
  };
  for (const name of showing.select ?? EVENT_PROPERTIES) {
    const value = PROPERTIES[name]?.(shown);
    if (value !== undefined) view[name] = value;
    else if (name in shown.values) view[name] = shown.values[name as keyof EventValues];
  }
  return view;
}

/** `@odata.etag`: weak, around the change key, which a series shares with its exceptions. */
export function eventEtag(record: EventRecord): string {
  return `W/"${record.changeKey}"`;
}

/** The etag of a bare occurrence in delta, of another form. */
export function occurrenceEtag(record: EventRecord): string {
  return `W/"DwAAABYAAAA${record.changeKey}"`;
}

interface Shown {
  record: EventRecord;
  instance: Instance | undefined;
  showing: Showing;
  values: EventValues;
}

type Property = (shown: Shown) => unknown;

const PROPERTIES: Record<string, Property> = {
  id: shownId,
  createdDateTime: ({ record }) => stamp(record.createdAt),
  lastModifiedDateTime: ({ record }) => stamp(record.modifiedAt),
  changeKey: ({ record }) => record.changeKey,
  transactionId: ({ record }) => record.transactionId,
  originalStartTimeZone: ({ values }) => values.start.zone.name,
  originalEndTimeZone: ({ values }) => values.end.zone.name,
  iCalUId: ({ record, instance }) => iCalUId(record.uid, instance?.date),
  uid: ({ record }) => record.uid,
  hasAttachments: () => false,
  bodyPreview: ({ values }) => values.body.text.slice(0, 255),
  isCancelled: ({ record }) => record.isCancelled,
  isOrganizer: ({ record }) => record.isOrganizer,
  seriesMasterId: ({ record, instance, showing }) => (instance ? eventId(record, showing.ids) : null),
  type: ({ record, instance }) => typeOf(record, instance),
  webLink: (shown) =>
    `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(shownId(shown))}&exvsurl=1&path=/calendar/item`,
  onlineMeetingUrl: () => null,
  occurrenceId: ({ record, instance, showing }) =>
    instance ? oid(record, instance.date, showing.ids) : null,
  isDraft: () => false,
  body: ({ values, showing }) =>
    showing.body === 'text'
      ? { contentType: 'text', content: values.body.text }
      : { contentType: 'html', content: values.body.html },
  start: ({ values, showing }) => shownTime(values.start, values, showing.zone),
  end: ({ values, showing }) => shownTime(values.end, values, showing.zone),
  recurrence: ({ record, instance }) => (instance ? null : (record.recurrence ?? null)),
  organizer: ({ record }) => ({ emailAddress: record.organizer }),
  originalStart: ({ record, instance }) =>
    instance && wholeMinute(originalTimes(record, instance.date).start),
  cancelledOccurrences: ({ record, instance, showing }) =>
    record.recurrence && !instance
      ? [...record.cancelled].toSorted().map((date) => oid(record, date, showing.ids))
      : [],
};

function shownId({ record, instance, showing }: Pick<Shown, 'record' | 'instance' | 'showing'>): string {
  return instance ? occurrenceId(record, instance.date, showing.ids) : eventId(record, showing.ids);
}

/** The whole day of an all-day event is the same in every zone; only its label follows `Prefer`. */
export function shownTime(time: EventTime, { isAllDay }: Pick<EventValues, 'isAllDay'>, zone: Zone): unknown {
  const civil = isAllDay ? time.civil : civilAt(zone, time.instant);
  return { dateTime: dateTimeText(civil), timeZone: zone.name };
}

/** `OID.<series id>.<original date>`: the date is in the series' own zone, whatever `Prefer` says. */
function oid(record: EventRecord, date: string, ids: IdForm): string {
  return `OID.${eventId(record, ids)}.${date}`;
}

function stamp(time: Date): string {
  return `${time.toISOString().slice(0, -1)}0000Z`;
}

/** Exchange keys instances by whole minutes. */
function wholeMinute({ instant }: EventTime): string {
  return `${new Date(Math.floor(instant / 60_000) * 60_000).toISOString().slice(0, 19)}Z`;
}
