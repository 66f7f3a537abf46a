import { z } from 'zod';
import type { Attendee, ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { bodyText } from './body-text.ts';
import type { EventBody } from './event-shape.ts';
import { eventNames, eventShape, occurrenceShape, mappedNames } from './event-shape.ts';
import { readTime } from './read-time.ts';
import { originalDate } from './original-date.ts';
import { ianaZone } from './zone-names.ts';

/** What an event on the wire comes to. Of an occurrence only its series counts; `partial` when anything is missing. */
export type ReadEvent =
  | { readonly kind: 'event'; readonly event: ExchangeEvent }
  | { readonly kind: 'occurrence'; readonly id: ExchangeId; readonly masterId: ExchangeId }
  | { readonly kind: 'partial'; readonly id: ExchangeId }
  | { readonly kind: 'malformed'; readonly id: ExchangeId | null; readonly detail: string };

/** The `$select` for all that Tandem reads of an event. */
export const selectEvent = `$select=${[...eventNames, 'originalStart'].join(',')}`;

/** Reads an event that may have come in part, as in delta. Details name properties, never values. */
export function readEvent(body: unknown): ReadEvent {
  const occurrence = occurrenceShape.safeParse(body);
  if (occurrence.success) {
    const { id, seriesMasterId } = occurrence.data;
    return { kind: 'occurrence', id: as<ExchangeId>(id), masterId: as<ExchangeId>(seriesMasterId) };
  }
  const named = idShape.safeParse(body);
  if (named.success && [...eventNames, '@odata.etag'].some((name) => named.data[name] === undefined))
    return { kind: 'partial', id: as<ExchangeId>(named.data.id) };
  return readWholeEvent(body);
}

/** Reads an event of which all came that there is; `seriesZone` is that of an exception's series, where it is known. */
export function readWholeEvent(body: unknown, seriesZone?: string): Exclude<ReadEvent, { kind: 'partial' }> {
  const parsed = eventShape.safeParse(body);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the item');
    return malformed(body, [...new Set(places)].join(', '));
  }
  const { data } = parsed;
  const { type, seriesMasterId } = data;
  if (type === 'occurrence') {
    const masterId = seriesMasterId ? as<ExchangeId>(seriesMasterId) : null;
    return masterId
      ? { kind: 'occurrence', id: as<ExchangeId>(data.id), masterId }
      : malformed(body, 'seriesMasterId');
  }
  const time = readTime(data.isAllDay ?? false, data.start, data.end);
  if (time === null) return malformed(body, 'start, end');
  const etag = data['@odata.etag'];
  const zone = ianaZone(data.originalStartTimeZone) ?? 'UTC';
  return {
    kind: 'event',
    event: {
      id: as<ExchangeId>(data.id),
      ...(etag === undefined ? {} : { etag }),
      modified: data.lastModifiedDateTime,
      type,
      masterId: seriesMasterId ? as<ExchangeId>(seriesMasterId) : null,
      originalDate: type === 'exception' ? originalDate(data, seriesZone ?? zone) : null,
      iCalUId: data.iCalUId ?? '',
      time,
      zone,
      isOrganizer: data.isOrganizer ?? false,
      isCancelled: data.isCancelled ?? false,
      organizer: data.organizer?.emailAddress?.address ?? null,
      attendees: attendeesOf(data),
      sensitivity: data.sensitivity ?? 'normal',
      categories: (data.categories ?? []).filter((category) => category !== null),
      isOnlineMeeting: data.isOnlineMeeting ?? false,
      webLink: data.webLink ?? null,
      text: bodyText(data.body ?? null),
      properties: Object.fromEntries(mappedNames.map((name) => [name, data[name] ?? null])),
    },
  };
}

/** Invited people and rooms that have an address. Outlook lists the organiser too on the copies of the others. */
function attendeesOf({ attendees, organizer }: EventBody): readonly Attendee[] {
  const own = organizer?.emailAddress?.address?.toLowerCase();
  return (attendees ?? []).flatMap(({ type, status, emailAddress }) => {
    const email = emailAddress?.address;
    if (!email || email.toLowerCase() === own) return [];
    const response = status?.response ?? 'none';
    return [
      { email, name: emailAddress.name ?? '', type, response, responded: respondedAt(status?.time ?? null) },
    ];
  });
}

/** The first day that there is stands for no answer. */
function respondedAt(time: string | null): string | null {
  const instant = time === null || time.startsWith('0001-') ? NaN : Date.parse(time);
  return Number.isFinite(instant) ? new Date(instant).toISOString() : null;
}

const idShape = z.looseObject({ id: z.string().min(1) });

function malformed(body: unknown, places: string) {
  const named = idShape.safeParse(body);
  return {
    kind: 'malformed' as const,
    id: named.success ? as<ExchangeId>(named.data.id) : null,
    detail: `unreadable: ${places}`,
  };
}
