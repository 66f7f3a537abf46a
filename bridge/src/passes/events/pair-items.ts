import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { eventKey, meetingKey } from '../../sync/events/match-key.ts';
import { markedRecord } from '../../sync/identity.ts';
import type { EventPassContext } from './event-context.ts';
import type { CalendarChanges } from './read-calendar.ts';

/** An item and the record that is its own, and how that is known. */
export interface EventPair {
  readonly item: EventItem;
  readonly recordId: RecordId;
  readonly meeting: Fingerprint;
  readonly by: 'key' | 'marker' | 'meeting' | 'match';
}

/** By what the meeting of an item is known in all mailboxes. */
export function meetingKeyOf(
  { fingerprint }: EventPassContext,
  { series }: CalendarChanges,
  item: EventItem,
): Fingerprint {
  const uid = item.series === null ? undefined : series.get(item.series.masterId)?.uid;
  return meetingKey(item, uid, fingerprint);
}

/**
 * Finds the records of items that no link knows, the surest evidence first, each record given to one item only: the key of a
 * record that was made from the item, the marker of the item, the meeting as another mailbox knows it, then subject, start and
 * end. `taken`: records that are held already; `doubtful`: items that a record may have been made of without an answer.
 */
export async function pairNewEvents(
  context: EventPassContext,
  changes: CalendarChanges,
  items: readonly EventItem[],
  { taken, doubtful }: { readonly taken: ReadonlySet<RecordId>; readonly doubtful: ReadonlySet<ExchangeId> },
): Promise<readonly EventPair[]> {
  if (items.length === 0) return [];
  const { store, fingerprint } = context;
  const matchOf = ({ event, time }: EventItem) => eventKey(event.properties.subject, time, fingerprint);
  const meetings = new Map(items.map((item) => [item, meetingKeyOf(context, changes, item)]));
  const keyOf = (item: EventItem) => fingerprint('Tandem_Key__c', meetings.get(item) ?? '');
  const [keyed, markers, joined, matching] = await Promise.all([
    store.events.byTandemKeys(items.map(keyOf)),
    markersOf(context, changes, items),
    store.events.meetings([...meetings.values()]),
    store.events.byMatchKeys(context.userId, items.map(matchOf)),
  ]);
  const written = await keysWritten(
    context,
    items.filter(({ id }) => doubtful.has(id)),
    meetings,
  );
  const used = new Set(taken);
  const pairs: EventPair[] = [];
  const open = new Set(items);
  const take = (item: EventItem, recordId: RecordId | undefined | null, by: EventPair['by']) => {
    if (!recordId || used.has(recordId)) return;
    used.add(recordId);
    open.delete(item);
    pairs.push({ item, recordId, meeting: meetings.get(item) as Fingerprint, by });
  };
  const byKey = new Map(keyed.filter(isOwnRow).map((event) => [event.tandemKey, event.recordId]));
  for (const item of items) take(item, written.get(item.id) ?? byKey.get(keyOf(item)), 'key');
  for (const item of open) take(item, markedRecord(markers.get(item.id) ?? null, context.orgId), 'marker');
  const byMeeting = new Map(
    joined.filter(({ userId }) => userId !== context.userId).map((link) => [link.meeting, link.recordId]),
  );
  for (const item of open) take(item, byMeeting.get(meetings.get(item) as Fingerprint), 'meeting');
  const patterns = await patternsAmong(context, matching);
  const byMatch = Map.groupBy(
    matching.filter((event) => isOwnRow(event) && !patterns.has(event.recordId)),
    ({ matchKey }) => matchKey,
  );
  for (const item of open)
    take(item, byMatch.get(matchOf(item))?.find(({ recordId }) => !used.has(recordId))?.recordId, 'match');
  return pairs;
}

function isOwnRow({ isChild, isClientManaged, deleted }: KnownEvent): boolean {
  return !isChild && !isClientManaged && !deleted;
}

/** A series' pattern has the time of its first date, and is none. */
async function patternsAmong(
  { salesforce }: EventPassContext,
  events: readonly KnownEvent[],
): Promise<ReadonlySet<RecordId>> {
  const rows = events.filter(({ isSeriesRow }) => isSeriesRow).map(({ recordId }) => recordId);
  if (rows.length === 0) return new Set();
  const read = await salesforce.events.read(rows, []);
  return new Set([...read.values()].flatMap(({ id, isPattern }) => (isPattern ? [id] : [])));
}

/** Markers are read when items may be copies of records that nobody remembers: in a full round, or after a lost answer. */
async function markersOf(
  { store, calendar, userId }: EventPassContext,
  { full }: CalendarChanges,
  items: readonly EventItem[],
): Promise<ReadonlyMap<ExchangeId, string>> {
  if (items.every(({ series }) => series !== null)) return new Map();
  const intents = await store.intents.ofMailbox(userId, 'Event');
  return full || intents.size > 0 ? calendar.readMarkers() : new Map();
}

/** Records that were made from these items by a create whose end was not seen. */
async function keysWritten(
  { salesforce }: EventPassContext,
  items: readonly EventItem[],
  meetings: ReadonlyMap<EventItem, Fingerprint>,
): Promise<ReadonlyMap<ExchangeId, RecordId>> {
  if (items.length === 0) return new Map();
  const ids = new Map(items.map((item) => [String(meetings.get(item)), item.id]));
  const found = await salesforce.events.findByKeys([...ids.keys()]);
  return new Map(
    found.flatMap(({ id, key, isChild }) => {
      const item = key === null ? undefined : ids.get(key);
      return item === undefined || isChild ? [] : [[item, id] as const];
    }),
  );
}
