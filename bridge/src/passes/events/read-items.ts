import type { ExchangeEvent, ExchangeSeries } from '../../domain/event.ts';
import { isPrivateEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import { seriesDateOf, singleItem } from '../../sync/events/event-item.ts';
import { itemsOfSeries } from '../../sync/events/items-of-series.ts';
import { touches } from '../../sync/events/window.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { readNamedFields } from './named-fields.ts';

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

/** Whether it was found out what has become of an item: it is there, gone, or outside of what is synced. */
export function isKnown({ items, gone, aside }: CalendarChanges, id: ExchangeId): boolean {
  return items.has(id) || gone.has(id) || aside.has(id);
}

/** Takes a single event that was read: within what is synced, or beside it. */
export function takeSingle(
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

/** Reads these events; `how` tells in which way one is gone that is not there. */
export async function readSingles(
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

/** Reads these series, and judges all their dates that are linked. */
export async function readSeries(
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
export async function takeFormerSeries(
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

/** The series that a linked date is of; null for a single event. */
export function masterOf(id: ExchangeId): ExchangeId | null {
  return seriesDateOf(id)?.masterId ?? null;
}
