import type { ExchangeId, Fingerprint } from '../../domain/ids.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { meetingKey } from '../../sync/events/match-key.ts';
import { otherShape } from '../../sync/events/other-shape.ts';
import { markedRecord } from '../../sync/identity.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';

/** What others have too is left to `recordsOfMeetings`, since one of them may have it as another date. */
function isAlone({ event }: EventItem): boolean {
  return event.isOrganizer && event.attendees.length === 0;
}

/**
 * By what the records of these items are keyed if they were made while the event was a series and is a single event now, or the other
 * way round.
 */
export function formerKeysOf(
  { fingerprint }: EventPassContext,
  { series }: CalendarChanges,
  items: readonly EventItem[],
): ReadonlyMap<EventItem, Fingerprint> {
  return new Map(
    items.filter(isAlone).map((item) => {
      const uid = item.series === null ? undefined : series.get(item.series.masterId)?.uid;
      return [item, fingerprint('Tandem_Key__c', meetingKey(otherShape(item, uid), undefined, fingerprint))];
    }),
  );
}

/** The records whose events were made for them and are series now, by the dates of those: a master keeps the marker. */
export async function recordsOfMasters(
  { store, orgId }: EventPassContext,
  items: Iterable<EventItem>,
  markers: ReadonlyMap<ExchangeId, string>,
): Promise<ReadonlyMap<EventItem, KnownEvent>> {
  const marked = [...items].filter(isAlone).flatMap((item) => {
    const marker = item.series === null ? null : (markers.get(item.series.masterId) ?? null);
    const recordId = markedRecord(marker, orgId);
    return recordId === null ? [] : [{ item, recordId }];
  });
  if (marked.length === 0) return new Map();
  const known = await store.events.get(marked.map(({ recordId }) => recordId));
  return new Map(
    marked.flatMap(({ item, recordId }) => {
      const event = known.get(recordId);
      return event === undefined || event.deleted ? [] : [[item, event] as const];
    }),
  );
}

interface Candidate {
  readonly item: EventItem;
  readonly isHidden: boolean;
  readonly looksAlike: boolean;
}

/** The date that looks like the record, else the first one; what stays out of Salesforce comes last. */
export function likelyFirst(a: Candidate, b: Candidate): number {
  return (
    Number(a.isHidden) - Number(b.isHidden) ||
    Number(b.looksAlike) - Number(a.looksAlike) ||
    Date.parse(a.item.time.start) - Date.parse(b.item.time.start)
  );
}
