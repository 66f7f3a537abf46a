import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { seriesDateOf } from '../../sync/events/event-item.ts';
import { eventKey, meetingKey } from '../../sync/events/match-key.ts';
import { markedRecord } from '../../sync/identity.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { formerKeysOf, likelyFirst, recordsOfMasters } from './former-shape.ts';

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

/** What `Tandem_Key__c` holds of a record that is made from an item. */
export function tandemKeyOf(
  context: EventPassContext,
  changes: CalendarChanges,
  item: EventItem,
): Fingerprint {
  return context.fingerprint('Tandem_Key__c', meetingKeyOf(context, changes, item));
}

/** What else is known of the items that are to be paired, and of the records. */
export interface Pairing {
  /** Records that are held already. */
  readonly taken: ReadonlySet<RecordId>;
  /** Items that a record may have been made of without an answer. */
  readonly doubtful: ReadonlySet<ExchangeId>;
  /** Items that stay out of Salesforce: what was made from them, or for them, and nobody remembers is found all the same, to be reduced. */
  readonly hidden: ReadonlySet<ExchangeId>;
}

/**
 * Finds the records of items that no link knows, the surest evidence first, each record given to one item only: the key of a
 * record that was made from the item, the marker of the item, the meeting as another mailbox knows it, the key or the marker of what its
 * event was before it became a series or a single event, then subject, start and end.
 */
export async function pairNewEvents(
  context: EventPassContext,
  changes: CalendarChanges,
  items: readonly EventItem[],
  { taken, doubtful, hidden }: Pairing,
): Promise<readonly EventPair[]> {
  if (items.length === 0) return [];
  const { store, fingerprint } = context;
  const matchOf = ({ event, time }: EventItem) => eventKey(event.properties.subject, time, fingerprint);
  const meetings = new Map(items.map((item) => [item, meetingKeyOf(context, changes, item)]));
  const keyOf = (item: EventItem) => tandemKeyOf(context, changes, item);
  const formerKeys = formerKeysOf(context, changes, items);
  const [keyed, markers, joined, matching] = await Promise.all([
    store.events.byTandemKeys([...items.map(keyOf), ...formerKeys.values()]),
    markersOf(context, changes, items),
    store.events.meetings([...meetings.values()]),
    store.events.byMatchKeys(context.userId, items.map(matchOf)),
  ]);
  const written = await keysWritten(
    context,
    items.filter(({ id }) => doubtful.has(id) && !hidden.has(id)),
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
  const byKey = new Map(keyed.filter(isOwnRow).map((event) => [event.tandemKey, event]));
  for (const item of items) {
    const found = byKey.get(keyOf(item));
    const isOthers = hidden.has(item.id) && found?.ownerId !== context.userId;
    take(item, written.get(item.id) ?? (isOthers ? null : found?.recordId), 'key');
  }
  for (const item of open) take(item, markedRecord(markers.get(item.id) ?? null, context.orgId), 'marker');
  const byMeeting = new Map(
    joined.filter(({ userId }) => userId !== context.userId).map((link) => [link.meeting, link.recordId]),
  );
  for (const item of shownAmong(open, hidden))
    take(item, byMeeting.get(meetings.get(item) as Fingerprint), 'meeting');
  const linked = new Set(changes.links.map(({ recordId }) => recordId));
  const ofMasters = await recordsOfMasters(context, open, markers);
  const former = [...open].flatMap((item) => {
    const event = byKey.get(formerKeys.get(item) ?? null) ?? ofMasters.get(item);
    const isFree = event?.ownerId === context.userId && !linked.has(event.recordId);
    const isHidden = hidden.has(item.id);
    return isFree ? [{ item, event, isHidden, looksAlike: event.matchKey === matchOf(item) }] : [];
  });
  for (const { item, event } of former.toSorted(likelyFirst)) take(item, event.recordId, 'key');
  const patterns = await patternsAmong(context, matching);
  const byMatch = Map.groupBy(
    matching.filter((event) => isOwnRow(event) && !patterns.has(event.recordId)),
    ({ matchKey }) => matchKey,
  );
  for (const item of shownAmong(open, hidden))
    take(item, byMatch.get(matchOf(item))?.find(({ recordId }) => !used.has(recordId))?.recordId, 'match');
  return pairs;
}

/** Those that do not stay out of Salesforce: only they may be given a record that was not made from them, or for them. */
function shownAmong(items: ReadonlySet<EventItem>, hidden: ReadonlySet<ExchangeId>): readonly EventItem[] {
  return [...items].filter(({ id }) => !hidden.has(id));
}

/** Whether an event of the org may stand for an item: it is there, no copy of the platform's and not another product's. */
export function isOwnRow({ isChild, isClientManaged, deleted }: KnownEvent): boolean {
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
  { store, userId }: EventPassContext,
  { full, links, markers }: CalendarChanges,
  items: readonly EventItem[],
): Promise<ReadonlyMap<ExchangeId, string>> {
  const known = new Set(links.map(({ exchangeId }) => seriesDateOf(exchangeId)?.masterId));
  if (items.every(({ series }) => series !== null && known.has(series.masterId))) return new Map();
  const intents = await store.intents.ofMailbox(userId, 'Event');
  return full || intents.size > 0 ? markers() : new Map();
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
