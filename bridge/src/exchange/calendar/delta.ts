import { Fault } from '../../domain/fault.ts';
import type { ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { DeltaCalls } from '../delta-pages.ts';
import { readDelta, tombstoneOf } from '../delta-pages.ts';
import type { LastWords, Word } from '../last-words.ts';
import { createLastWords } from '../last-words.ts';
import type { ReadEvent } from './event.ts';
import { readEvent } from './event.ts';
import type { CalendarRound, CalendarWindow } from './exchange-calendar.ts';
import { readWhole } from './read-events.ts';

const operation = 'readRound';

/** What an item is to the round: a single event, or a sign of a series. */
type Item =
  | { readonly kind: 'single'; readonly event: ExchangeEvent }
  | { readonly kind: 'sign'; readonly series: ExchangeId };

/**
 * Reads a round of the calendar view's delta to its end. The window of its first call is frozen in the cursor. A series is
 * only named: occurrences come bare, cancelled ones not at all and masters not always, so it has to be read by itself.
 * Source: "event: delta" of Microsoft Graph v1.0, which takes no `$select` and no `$expand`.
 */
export async function readRound(
  calls: DeltaCalls,
  window: CalendarWindow,
  cursor: string | null,
): Promise<CalendarRound> {
  const query = new URLSearchParams({ startDateTime: window.from, endDateTime: window.until }).toString();
  const start = cursor === null ? { paths: [`${calls.paths.viewDelta}?${query}`] } : { link: cursor };
  const words = createLastWords<Item>();
  const end = await readDelta(calls, operation, start, (item) => {
    words.add(wordOf(item));
  });
  if (end.kind === 'cursorDead') return end;
  if (end.kind === 'folderGone') throw new Fault('TDM-M-INACTIVE', `${operation}: no calendar`);
  await completePartial(calls, words);
  const { items, ...others } = words.sorted();
  const series = items.flatMap((item) => (item.kind === 'sign' ? [item.series] : []));
  return {
    kind: 'round',
    events: items.flatMap((item) => (item.kind === 'single' ? [item.event] : [])),
    series: [...new Set(series)],
    ...others,
    cursor: end.deltaLink,
  };
}

function wordOf(item: unknown): Word<Item> {
  const tombstone = tombstoneOf(item);
  return tombstone === null ? wordOfRead(readEvent(item)) : { kind: 'tombstone', id: tombstone };
}

function wordOfRead(read: ReadEvent): Word<Item> {
  if (read.kind === 'occurrence')
    return { kind: 'item', id: read.id, item: { kind: 'sign', series: read.masterId } };
  if (read.kind !== 'event') return read;
  const { event } = read;
  if (event.type === 'singleInstance') return { kind: 'item', id: event.id, item: { kind: 'single', event } };
  return { kind: 'item', id: event.id, item: { kind: 'sign', series: event.masterId ?? event.id } };
}

/** Partial items are read in full; one that is gone by then becomes a tombstone. */
async function completePartial(calls: DeltaCalls, words: LastWords<Item>): Promise<void> {
  const partial = words.partial();
  const whole = await readWhole(calls, partial);
  for (const id of partial) {
    const found = whole.get(id);
    if (found === null) words.add({ kind: 'tombstone', id });
    else if (found) words.add(wordOfRead(found));
    else words.add({ kind: 'malformed', id, detail: 'unreadable: only a part of the item came' });
  }
}
