import type { ExchangeId } from '../../domain/ids.ts';
import type { CalendarChanges } from './calendar-changes.ts';

/**
 * When the next date of each series that was read comes, and each single event that lies ahead; null where none does. What is due
 * is asked by the window of series, so that a single event, whose window may reach further, is put so much earlier.
 */
export function comingDates({
  series,
  later,
  due,
  windows,
}: CalendarChanges): readonly { readonly id: ExchangeId; readonly next: string | null }[] {
  const earlier = Date.parse(windows.events.until) - Date.parse(windows.series.until);
  const singles = new Map<ExchangeId, string | null>(due.map((id) => [id, null]));
  for (const [id, start] of later) singles.set(id, new Date(Date.parse(start) - earlier).toISOString());
  for (const [id, { next }] of series) singles.set(id, next === null ? null : `${next}T00:00:00.000Z`);
  return [...singles].map(([id, next]) => ({ id, next }));
}
