import type { ExchangeEvent, ExchangeSeries } from '../../domain/event.ts';
import { isPrivateEvent } from '../../domain/event.ts';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { Fault } from '../../domain/fault.ts';
import type { PrivateCopy } from '../../store/event-store.ts';
import type { InboxEntry } from '../../store/store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { seriesDateOf, singleItem } from '../../sync/events/event-item.ts';
import type { SeriesItems } from '../../sync/events/items-of-series.ts';
import { itemsOfSeries } from '../../sync/events/items-of-series.ts';
import type { SplitSeries } from '../../sync/events/rekey-series.ts';
import type { EventWindows, TimeWindow } from '../../sync/events/window.ts';
import { covers, cursorWindow, eventWindows, touches } from '../../sync/events/window.ts';
import type { Asked } from '../asked.ts';
import { readAsked } from '../asked.ts';
import { rememberedLinks } from '../remembered-links.ts';
import type { EventPassContext } from './event-context.ts';
import { readNamedFields } from './named-fields.ts';

/** `MovedOut`: the event became a series; nobody deleted it. */
export type HowGone = 'Deleted' | 'DeletedUnseen' | 'MovedOut';

/** What the calendar and Salesforce reported since the last pass. */
export interface CalendarChanges {
  readonly windows: EventWindows;
  readonly links: readonly Link[];
  /** Series of which a date is linked. */
  readonly masters: ReadonlySet<ExchangeId>;
  /** What is there, within what is synced, of the events that were reported. */
  readonly items: Map<ExchangeId, EventItem>;
  /** Series that were read, as they are now. */
  readonly series: Map<
    ExchangeId,
    SeriesItems & SplitSeries & { readonly uid: string; readonly isPrivate: boolean }
  >;
  /** Linked items that were told to be deleted in an earlier pass, which could not carry it over or held it. */
  readonly pending: ReadonlySet<ExchangeId>;
  /** Linked items that are surely gone, and how that is known. */
  readonly gone: Map<ExchangeId, HowGone>;
  /** Those of them that a change of their series struck out, so that their links may go on with its other dates. */
  readonly struck: Set<ExchangeId>;
  /** Linked items that are there, outside of what is synced: they stay as they are. */
  readonly aside: Set<ExchangeId>;
  /** Single events that are there, outside of what is synced. */
  readonly beyond: Map<ExchangeId, EventItem>;
  /** The copies that are remembered as private. */
  readonly privateCopies: ReadonlyMap<ExchangeId, PrivateCopy>;
  /** What was asked for and did not come, although it may be there: it is asked for again in the next pass. */
  readonly unread: Set<ExchangeId>;
  readonly inbox: readonly InboxEntry[];
  readonly asked: Asked;
  readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
  /** Records that were reported as changed. */
  readonly records: ReadonlySet<RecordId>;
  /** Everything was read, so what is missing is missing. */
  readonly full: boolean;
  /** Where the next round starts; kept only when everything of this one is done. */
  readonly cursor: string;
  readonly window: TimeWindow;
  /** The days that came into the window since the last pass that was done; null when none did. */
  readonly entered: TimeWindow | null;
  /** Single events beyond the window, and when each comes. */
  readonly later: Map<ExchangeId, string>;
  /** Series and single events of which it was remembered that they come into the window now. */
  readonly due: readonly ExchangeId[];
  /** Markers of all single events and masters that carry one; read once, when they are first asked for. */
  readonly markers: () => Promise<ReadonlyMap<ExchangeId, string>>;
}

/**
 * Reads what changed in the calendar and what waits in the mailbox's inbox. A dead cursor, or one whose frozen window the days
 * have left, leads to a full round, in which every link is compared. `released` are items to look at although nothing changed,
 * `known` the links, where they are not those that are remembered. Tombstones are not believed: what is linked is asked for.
 */
export async function readCalendar(
  context: EventPassContext,
  released: readonly ExchangeId[] = [],
  known?: readonly Link[],
): Promise<CalendarChanges> {
  const { store, calendar, state, userId, policy, now } = context;
  const windows = eventWindows(policy, now());
  const inbox = await store.inbox.read(userId, 'Event');
  const kept = keptWindow(state, windows);
  let full = kept === null;
  let window = kept ?? cursorWindow(windows);
  let round = await calendar.readRound(window, kept === null ? null : state.cursor);
  if (round.kind === 'cursorDead') {
    full = true;
    window = cursorWindow(windows);
    round = await calendar.readRound(window, null);
  }
  if (round.kind !== 'round')
    throw new Fault('TDM-X-ANSWER', 'A calendar cursor that was just made is dead.');
  const waiting = await readAsked(store, userId, 'Event');
  const asked = { ...waiting, items: [...new Set([...waiting.items, ...released])] };
  const entered = await enteredDays(context, windows);
  const due = full ? [] : await store.events.dueSeries(userId, windows.series.until);
  const reported = [round.events, round.series, round.tombstones, inbox, due, asked.approved, asked.items];
  const quiet = !full && entered === null && reported.every(({ length }) => length === 0);
  const links = known ?? (await rememberedLinks(context, 'Event', quiet));
  const linked = links.filter(({ state: of }) => of === 'Live').map(({ exchangeId }) => exchangeId);
  const masters = new Set(linked.map(masterOf).filter((id) => id !== null));
  const pending = new Set(
    links.flatMap((link) => (link.pendingExchange === 'Deleted' ? [link.exchangeId] : [])),
  );
  const copies = quiet ? [] : await store.events.privateCopies(userId);
  // Whether a copy without a link is private counts as well, so that it is looked after too.
  const isLinked = new Set(linked);
  const unlinked = copies.flatMap(({ exchangeId, own }) =>
    own && !isLinked.has(exchangeId) ? exchangeId : [],
  );
  let markers: ReturnType<CalendarChanges['markers']> | null = null;
  const changes: CalendarChanges = {
    windows,
    links,
    masters,
    items: new Map(),
    series: new Map(),
    pending,
    gone: new Map(),
    struck: new Set(),
    aside: new Set(),
    beyond: new Map(),
    privateCopies: new Map(copies.map((copy) => [copy.exchangeId, copy])),
    unread: new Set(),
    inbox,
    asked,
    malformed: round.malformed,
    records: new Set(inbox.map(({ recordId }) => recordId)),
    full,
    cursor: round.cursor,
    window,
    entered,
    later: new Map(),
    due,
    markers: () => (markers ??= calendar.readMarkers()),
  };
  for (const event of round.events) takeSingle(changes, event);
  const tombstones = new Set(round.tombstones);
  // A series that became a single event is told as that, and not that it is a series no more.
  const single = [...masters].filter((id) => isKnown(changes, id));
  for (const id of single) await takeFormerSeries(context, changes, id, 'Deleted');
  await readSeries(
    context,
    changes,
    new Set([
      ...round.series,
      ...due,
      ...[...masters].filter((id) => !single.includes(id) && (full || tombstones.has(id))),
      ...asked.items.flatMap((id) => (masters.has(id) ? id : (masterOf(id) ?? []))),
      ...unlinked
        .flatMap((id) => masterOf(id) ?? [])
        .filter((id) => !isKnown(changes, id) && !masters.has(id) && (full || tombstones.has(id))),
    ]),
    (id) => (tombstones.has(id) ? 'Deleted' : 'DeletedUnseen'),
  );
  const unread = [...linked, ...unlinked].filter(
    (id) =>
      masterOf(id) === null &&
      !isKnown(changes, id) &&
      (full || tombstones.has(id) || asked.items.includes(id)),
  );
  await readSingles(context, changes, unread, (id) => (tombstones.has(id) ? 'Deleted' : 'DeletedUnseen'));
  for (const id of asked.items)
    if (masterOf(id) === null && !masters.has(id) && !isKnown(changes, id))
      await readSingles(context, changes, [id], () => 'DeletedUnseen');
  await readNamedFields(context, changes);
  return changes;
}

/** Nobody tells of Salesforce events that come into the window as days pass, so those days are asked for once. */
async function enteredDays(
  { store, userId }: EventPassContext,
  { events }: EventWindows,
): Promise<TimeWindow | null> {
  const until = await store.meta.get(askedUntilKey(userId));
  if (until !== null && until >= events.until) return null;
  return { from: until ?? events.from, until: events.until };
}

/** Under which the bridge remembers up to which day a mailbox's Salesforce events were asked for. */
export function askedUntilKey(userId: UserId): string {
  return `events of ${userId} asked for until`;
}

/** Reads the items of these links as they are now, as far as nothing is known of them yet. */
export async function readItems(
  context: EventPassContext,
  changes: CalendarChanges,
  ids: readonly ExchangeId[],
): Promise<void> {
  const unknown = ids.filter((id) => !isKnown(changes, id));
  const masters = new Set(unknown.flatMap((id) => masterOf(id) ?? []));
  await readSeries(context, changes, masters, () => 'DeletedUnseen');
  await readSingles(
    context,
    changes,
    unknown.filter((id) => masterOf(id) === null),
    () => 'DeletedUnseen',
  );
  await readNamedFields(context, changes);
}

function isKnown({ items, gone, aside }: CalendarChanges, id: ExchangeId): boolean {
  return items.has(id) || gone.has(id) || aside.has(id);
}

function takeSingle(
  { items, aside, beyond, later, windows, masters }: CalendarChanges,
  event: ExchangeEvent,
): void {
  const item = singleItem(event);
  // One that was a series goes on with the record of a date, wherever it lies.
  if (touches(item.time, windows.events) || masters.has(item.id)) items.set(item.id, item);
  else aside.add(item.id);
  if (aside.has(item.id)) beyond.set(item.id, item);
  if (Date.parse(item.time.start) >= Date.parse(windows.events.until)) later.set(item.id, item.time.start);
}

async function readSingles(
  context: EventPassContext,
  changes: CalendarChanges,
  ids: readonly ExchangeId[],
  how: (id: ExchangeId) => 'Deleted' | 'DeletedUnseen',
): Promise<void> {
  if (ids.length === 0) return;
  const read = await context.calendar.readEvents(ids);
  for (const id of ids) if (!read.has(id)) changes.unread.add(id);
  for (const [id, found] of read) {
    if (found === null) changes.gone.set(id, howGone(changes, id, how(id)));
    else if (found.event.type === 'singleInstance') takeSingle(changes, found.event);
    else await readSeries(context, changes, new Set([id]), how);
  }
}

async function readSeries(
  context: EventPassContext,
  changes: CalendarChanges,
  ids: ReadonlySet<ExchangeId>,
  how: (id: ExchangeId) => 'Deleted' | 'DeletedUnseen',
): Promise<void> {
  if (ids.size === 0) return;
  const found = await context.calendar.readSeries([...ids]);
  for (const id of ids) if (!found.has(id)) changes.unread.add(id);
  const none: ExchangeId[] = [];
  for (const [id, series] of found) {
    if (series === null) none.push(id);
    else takeSeries(changes, id, series, context.policy.series);
  }
  for (const id of none) await takeFormerSeries(context, changes, id, how(id));
}

/** All dates of a series that are linked are judged by it: there, aside, or gone because it says so itself. */
function takeSeries(
  changes: CalendarChanges,
  masterId: ExchangeId,
  series: ExchangeSeries,
  syncsSeries: boolean,
): void {
  const items = itemsOfSeries(series, changes.windows.series);
  const { iCalUId: uid, organizer, properties } = series.master;
  const subject = typeof properties.subject === 'string' ? properties.subject : '';
  const isPrivate = isPrivateEvent(series.master);
  changes.series.set(masterId, { ...items, uid, isPrivate, subject, organizer });
  for (const item of items.items) changes.items.set(item.id, item);
  for (const { exchangeId } of changes.links) {
    const date = seriesDateOf(exchangeId);
    const isSingle = exchangeId === masterId;
    if ((!isSingle && date?.masterId !== masterId) || changes.items.has(exchangeId)) continue;
    const fate = date === null || isSingle ? 'struck' : items.fateOf(date.date);
    if (fate === 'stands') changes.aside.add(exchangeId);
    // Where series do not sync, or the new dates lie outside of the window, nothing goes on with its record; but nobody deleted it.
    else if (isSingle) changes.gone.set(exchangeId, 'MovedOut');
    else {
      const isUnseen = changes.full && fate === 'struck';
      changes.gone.set(exchangeId, isUnseen ? howGone(changes, exchangeId, 'DeletedUnseen') : 'Deleted');
    }
    if (fate === 'struck' && syncsSeries) changes.struck.add(exchangeId);
  }
}

/** A series that is none any more: deleted, or a single event now. */
async function takeFormerSeries(
  context: EventPassContext,
  changes: CalendarChanges,
  id: ExchangeId,
  how: 'Deleted' | 'DeletedUnseen',
): Promise<void> {
  if (!changes.items.has(id)) await readSingles(context, changes, [id], () => how);
  const isSingle = changes.items.has(id);
  for (const { exchangeId } of changes.links)
    if (masterOf(exchangeId) === id) {
      changes.gone.set(exchangeId, isSingle && !changes.full ? 'Deleted' : howGone(changes, exchangeId, how));
      if (isSingle) changes.struck.add(exchangeId);
    }
}

/** What was told once to be deleted is not only missing now. */
function howGone({ pending }: CalendarChanges, id: ExchangeId, how: 'Deleted' | 'DeletedUnseen') {
  return pending.has(id) ? 'Deleted' : how;
}

function masterOf(id: ExchangeId): ExchangeId | null {
  return seriesDateOf(id)?.masterId ?? null;
}

/** The window of the cursor, while it holds all that is synced; null asks for a full round. */
function keptWindow({ cursor, windowFrom, windowUntil }: EventPassContext['state'], windows: EventWindows) {
  if (cursor === null || windowFrom === null || windowUntil === null) return null;
  const window = { from: windowFrom, until: windowUntil };
  return covers(window, windows) ? window : null;
}
