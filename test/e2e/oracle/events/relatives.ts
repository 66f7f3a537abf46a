import type { CalendarItem, EventRow, EventSnapshot } from './event-snapshot.ts';

/** What is, or was, one event: its copies in all mailboxes, its records, and what went on in the place of one of them. */
export interface Relatives {
  of(id: string): { ids: ReadonlySet<string>; items: CalendarItem[]; rows: EventRow[] };
}

/**
 * Joins items and records by the links of all mailboxes, live and suppressed, and items by their meeting. What is typed into a series
 * as a whole belongs to each of its dates, but not the other way round.
 */
export function relativesIn({ calendars, links, rows }: EventSnapshot): Relatives {
  const all = calendars.flatMap(({ items }) => items);
  const groups = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    const joined = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    for (const id of joined) groups.set(id, joined);
  };
  for (const { itemId, recordId } of links) join(itemId, recordId);
  for (const copies of Map.groupBy(all, ({ meeting }) => meeting).values())
    for (const { id } of copies) join(copies[0]?.id ?? id, id);
  const known = [...groups.keys()];
  return {
    of: (id) => {
      const dates = known.filter((other) => other.startsWith(`${id}/`));
      const series = id.includes('/') ? [String(id.split('/')[0])] : [];
      const ids = new Set([id, ...dates].flatMap((one) => [one, ...(groups.get(one) ?? [])]));
      return {
        ids: new Set([...ids, ...series]),
        items: all.filter((item) => ids.has(item.id)),
        rows: rows.filter((row) => ids.has(row.id)),
      };
    },
  };
}
