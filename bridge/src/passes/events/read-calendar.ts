import { Fault } from '../../domain/fault.ts';
import type { ExchangeId, UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { ExchangeCalendar } from '../../exchange/calendar/exchange-calendar.ts';
import type { EventWindows, TimeWindow } from '../../sync/events/window.ts';
import { covers, cursorWindow, eventWindows } from '../../sync/events/window.ts';
import { readAsked } from '../asked.ts';
import { rememberedLinks } from '../remembered-links.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { readNamedFields } from './named-fields.ts';
import { isKnown, masterOf, readSeries, readSingles, takeFormerSeries, takeSingle } from './read-items.ts';

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
  const { store, calendar, userId, policy, now } = context;
  const windows = eventWindows(policy, now());
  const inbox = await store.inbox.read(userId, 'Event');
  const round = await readRound(context, windows);
  const waiting = await readAsked(store, userId, 'Event');
  const asked = { ...waiting, items: [...new Set([...waiting.items, ...released])] };
  const entered = await enteredDays(context, windows);
  const { full, window } = round;
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
  let markers: ReturnType<CalendarChanges['markers']> | null = null;
  let zone: Promise<string> | null = null;
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
    zone: () => (zone ??= calendar.zone()),
  };
  await readReported(context, changes, round);
  await readNamedFields(context, changes);
  return changes;
}

type CalendarRound = Extract<Awaited<ReturnType<ExchangeCalendar['readRound']>>, { kind: 'round' }>;

/** What the calendar reports since its cursor, or all of it where that is dead or its window does not hold all that is synced. */
async function readRound(
  { calendar, state }: EventPassContext,
  windows: EventWindows,
): Promise<CalendarRound & Pick<CalendarChanges, 'window' | 'full'>> {
  const kept = keptWindow(state, windows);
  if (kept !== null) {
    const round = await calendar.readRound(kept, state.cursor);
    if (round.kind === 'round') return { ...round, window: kept, full: false };
  }
  const window = cursorWindow(windows);
  const round = await calendar.readRound(window, null);
  if (round.kind !== 'round')
    throw new Fault('TDM-X-ANSWER', 'A calendar cursor that was just made is dead.');
  return { ...round, window, full: true };
}

/** Takes what was reported, and asks for what is known and said to be gone, or missing where everything was read. */
async function readReported(
  context: EventPassContext,
  changes: CalendarChanges,
  round: CalendarRound,
): Promise<void> {
  const { masters, asked, due, full } = changes;
  for (const event of round.events) takeSingle(changes, event);
  const tombstones = new Set(round.tombstones);
  const seemsGone = (id: ExchangeId) => full || tombstones.has(id);
  const how = (id: ExchangeId) => (tombstones.has(id) ? 'Deleted' : 'DeletedUnseen');
  // A series that became a single event is told as that, and not that it is a series no more.
  const single = [...masters].filter((id) => isKnown(changes, id));
  for (const id of single) await takeFormerSeries(context, changes, id, 'Deleted');
  const linked = changes.links.flatMap(({ state, exchangeId }) => (state === 'Live' ? [exchangeId] : []));
  const unlinked = unlinkedCopies(changes, new Set(linked));
  const series = [
    ...round.series,
    ...due,
    ...[...masters].filter((id) => !single.includes(id) && seemsGone(id)),
    ...asked.items.flatMap((id) => (masters.has(id) ? id : (masterOf(id) ?? []))),
    ...unlinked
      .flatMap((id) => masterOf(id) ?? [])
      .filter((id) => !isKnown(changes, id) && !masters.has(id) && seemsGone(id)),
  ];
  await readSeries(context, changes, new Set(series), how);
  const singles = [...linked, ...unlinked].filter(
    (id) => masterOf(id) === null && !isKnown(changes, id) && (seemsGone(id) || asked.items.includes(id)),
  );
  await readSingles(context, changes, singles, how);
  for (const id of asked.items)
    if (masterOf(id) === null && !masters.has(id) && !isKnown(changes, id))
      await readSingles(context, changes, [id], () => 'DeletedUnseen');
}

/** Whether a copy without a link is private counts as well, so that it is looked after too. */
function unlinkedCopies(
  { privateCopies }: CalendarChanges,
  linked: ReadonlySet<ExchangeId>,
): readonly ExchangeId[] {
  return [...privateCopies.values()].flatMap(({ exchangeId, own }) =>
    own && !linked.has(exchangeId) ? [exchangeId] : [],
  );
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

/** The window of the cursor, while it holds all that is synced; null asks for a full round. */
function keptWindow({ cursor, windowFrom, windowUntil }: EventPassContext['state'], windows: EventWindows) {
  if (cursor === null || windowFrom === null || windowUntil === null) return null;
  const window = { from: windowFrom, until: windowUntil };
  return covers(window, windows) ? window : null;
}
