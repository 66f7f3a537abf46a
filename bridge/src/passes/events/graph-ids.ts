import type { ExchangeId } from '../../domain/ids.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { eventWindows } from '../../sync/events/window.ts';
import type { EventPassContext } from './event-context.ts';

/**
 * Graph's own ids of items, by the ids that links know them by. Those of single dates are only in the list of their series' instances;
 * one that a person changed since it was read has none.
 */
export async function graphIds(
  { calendar, policy, now }: EventPassContext,
  items: readonly EventItem[],
): Promise<ReadonlyMap<ExchangeId, ExchangeId>> {
  const ids = new Map<ExchangeId, ExchangeId>();
  const open: EventItem[] = [];
  for (const item of items) {
    if (item.series === null || item.event.type === 'exception') ids.set(item.id, item.event.id);
    else open.push(item);
  }
  const { series: window } = eventWindows(policy, now());
  for (const [masterId, dates] of Map.groupBy(open, ({ series }) => series?.masterId)) {
    if (masterId === undefined) continue;
    const occurrences = await calendar.occurrenceIds(masterId, window);
    for (const { id, series } of dates) {
      const found = series === null ? undefined : occurrences.get(series.date);
      if (found !== undefined) ids.set(id, found);
    }
  }
  return ids;
}
