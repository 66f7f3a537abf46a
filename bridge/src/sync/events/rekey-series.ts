import type { ExchangeId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { EventItem } from './event-item.ts';
import { seriesDateOf } from './event-item.ts';

/** A link that goes on with another date of its series: its record is kept, with all that people added to it. */
export interface Rekeyed {
  readonly link: Link;
  readonly item: EventItem;
}

/**
 * When the days of a series change, or a single event becomes a series or the other way round, its links whose dates are struck
 * out go on with dates that have none, in order of time, rather than that records are deleted and others made. `struck`: live
 * links of the event whose item is no more; `free`: its items that no live link knows.
 */
export function rekeySeries(struck: readonly Link[], free: readonly EventItem[]): readonly Rekeyed[] {
  const links = struck.toSorted((a, b) => order(a.exchangeId, b.exchangeId));
  const items = free.toSorted((a, b) => Date.parse(a.time.start) - Date.parse(b.time.start));
  return links.slice(0, items.length).flatMap((link, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ link, item }];
  });
}

function order(a: ExchangeId, b: ExchangeId): number {
  const [first, second] = [seriesDateOf(a)?.date ?? '', seriesDateOf(b)?.date ?? ''];
  return first < second ? -1 : Number(first > second);
}
