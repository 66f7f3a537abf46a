import type { ExchangeId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { seriesDateOf } from '../../sync/events/event-item.ts';
import type { Rekeyed } from '../../sync/events/rekey-series.ts';
import { rekeyFollowing, rekeySeries } from '../../sync/events/rekey-series.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import type { RecordSightings } from './look.ts';
import { itemSighting } from './look.ts';
import { isOwnRow, meetingKeyOf, tandemKeyOf } from './pair-items.ts';

/**
 * Ended links whose item and record are there again, no other user's meanwhile if Tandem had made the item, and whose meeting has no
 * other record by now.
 */
export async function backOnBothSides(
  context: EventPassContext,
  changes: CalendarChanges,
  touched: readonly Link[],
  { salesforce }: Pick<RecordSightings, 'salesforce'>,
): Promise<readonly Rekeyed[]> {
  const back = touched.flatMap((link) => {
    const record = salesforce.get(link.recordId);
    if (link.state !== 'Suppressed' || record?.kind !== 'present') return [];
    const isOthers = record.record.ownerId !== context.userId;
    if (isOthers && link.reason === 'AccessLost' && link.madeBy === 'Exchange') return [];
    const sighting = itemSighting(context, changes, link.exchangeId);
    return sighting?.kind === 'present' ? [{ link, item: sighting.item }] : [];
  });
  return withoutOthers(context, changes, back);
}

/**
 * Links that go on with another date of their series, with the series that their event became, or with the rest of a split one.
 * What has its own record is no date for another one to go on with: what is `back`, and what a record was made of that no link
 * knows any more.
 */
export async function goingOn(
  context: EventPassContext,
  changes: CalendarChanges,
  back: ReadonlySet<ExchangeId>,
  { salesforce }: Pick<RecordSightings, 'salesforce'>,
): Promise<readonly Rekeyed[]> {
  const live = changes.links.filter(({ state }) => state === 'Live');
  const held = new Set(
    live.filter(({ exchangeId }) => !changes.struck.has(exchangeId)).map(({ exchangeId }) => exchangeId),
  );
  const seriesOf = (id: ExchangeId) => seriesDateOf(id)?.masterId ?? id;
  const struck = Map.groupBy(
    live.filter(({ exchangeId }) => changes.struck.has(exchangeId)),
    ({ exchangeId }) => seriesOf(exchangeId),
  );
  if (struck.size === 0) return [];
  const isNew = ({ series }: EventItem) => series !== null && !changes.masters.has(series.masterId);
  const free = [...changes.items.values()].filter(
    (item) => (struck.has(seriesOf(item.id)) || isNew(item)) && !held.has(item.id) && !back.has(item.id),
  );
  const own = await withOwnRecord(context, changes, free);
  const open = free.filter((item) => !own.has(item));
  const moved = [...struck].flatMap(([id, links]) =>
    rekeySeries(
      links,
      open.filter((item) => seriesOf(item.id) === id),
    ),
  );
  // Not of one that is gone: with an attendee's copy it went because the organiser's mailbox had read the struck dates already.
  const there = [...struck.values()].map((links) =>
    links.filter(({ recordId }) => salesforce.get(recordId)?.kind !== 'gone'),
  );
  const following = followingOn(there, moved, open.filter(isNew), changes);
  return withoutOthers(context, changes, [...moved, ...following]);
}

/** What is left of the series that were split goes on with the new ones that have their rest. */
function followingOn(
  struck: readonly (readonly Link[])[],
  moved: readonly Rekeyed[],
  items: readonly EventItem[],
  { series }: CalendarChanges,
): readonly Rekeyed[] {
  const done = new Set(moved.map(({ link }) => link));
  const following = struck.flatMap((links) =>
    rekeyFollowing(
      links.filter((link) => !done.has(link)),
      items,
      (id) => series.get(id),
    ),
  );
  // Two series that both went on with the same one are none that was split.
  return new Set(following.map(({ item }) => item)).size === following.length ? following : [];
}

/** Those whose key a record of the mailbox's user carries that no link of the mailbox knows. */
async function withOwnRecord(
  context: EventPassContext,
  changes: CalendarChanges,
  items: readonly EventItem[],
): Promise<ReadonlySet<EventItem>> {
  if (items.length === 0) return new Set();
  const linked = new Set(changes.links.map(({ recordId }) => recordId));
  const keyOf = (item: EventItem) => tandemKeyOf(context, changes, item);
  const keys = new Set(
    (await context.store.events.byTandemKeys(items.map(keyOf))).flatMap((event) =>
      isOwnRow(event) && event.ownerId === context.userId && !linked.has(event.recordId)
        ? [event.tandemKey]
        : [],
    ),
  );
  return new Set(items.filter((item) => keys.has(keyOf(item))));
}

/**
 * Without those whose meeting has another record already: a mailbox whose user had cancelled a date for themselves joins the record
 * that the others have of it, and a record that a person restores when another one stands in its place stays without a link.
 */
async function withoutOthers(
  context: EventPassContext,
  changes: CalendarChanges,
  wanted: readonly Rekeyed[],
): Promise<readonly Rekeyed[]> {
  if (wanted.length === 0) return wanted;
  const keyOf = ({ item }: Rekeyed) => meetingKeyOf(context, changes, item);
  const others = (await context.store.events.meetings(wanted.map(keyOf))).filter(
    ({ userId }) => userId !== context.userId,
  );
  return wanted.filter(
    (one) =>
      !others.some(({ meeting, recordId }) => meeting === keyOf(one) && recordId !== one.link.recordId),
  );
}
