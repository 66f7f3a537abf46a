import type { Violation } from '../snapshot.ts';
import { liveEventPairs } from './event-snapshot.ts';
import type { CalendarItem, EventRow, EventSnapshot } from './event-snapshot.ts';
import { DEFAULT_MAPPING, valueInExchange, valueInSalesforce } from './event-values.ts';

/**
 * I3: in each mailbox links are one to one, a meeting or date has one record, whichever mailboxes have it, and a record stands for
 * one meeting; nothing that Tandem made and no live link holds looks like another event beside it.
 */
export function singleEvents(snapshot: EventSnapshot): Violation[] {
  return [
    ...manyToOne(snapshot),
    ...meetingsApart(snapshot),
    ...doubledInSalesforce(snapshot),
    ...doubledInExchange(snapshot),
  ].map((sentence) => ({ invariant: 'I3' as const, sentence }));
}

function manyToOne({ links }: EventSnapshot): string[] {
  const live = links.filter(({ state }) => state === 'Live');
  const ends = live.flatMap(({ user, itemId, recordId }) => [`${user} ${itemId}`, `${user} ${recordId}`]);
  const twice = ends.filter((end, index) => ends.indexOf(end) < index);
  return [...new Set(twice)].map((end) => `several live links of ${end}`);
}

function meetingsApart(snapshot: EventSnapshot): string[] {
  const whole = liveEventPairs(snapshot).flatMap(({ item, row, calendar }) =>
    item && row ? [{ item, row, user: calendar.user }] : [],
  );
  // Whoever is made the owner of an event that somebody made in Outlook gets one of their own beside it.
  const isOwners = ({ item, row, user }: (typeof whole)[0]) =>
    item.marker !== undefined && row.owner === user;
  const several = (of: string, has: readonly string[]) =>
    new Set(has).size > 1 ? [`${of} goes with ${[...new Set(has)].join(' and ')}`] : [];
  return [
    ...[...Map.groupBy(whole, ({ item }) => item.meeting)].flatMap(([meeting, pairs]) =>
      several(
        `the meeting ${meeting}`,
        pairs.map(({ row }) => row.id),
      ),
    ),
    ...[...Map.groupBy(whole, ({ row }) => row.id)].flatMap(([record, pairs]) =>
      several(
        `the record ${record}`,
        pairs.filter((pair) => pairs.length > 2 || !isOwners(pair)).map(({ item }) => item.meeting),
      ),
    ),
  ];
}

function doubledInSalesforce(snapshot: EventSnapshot): string[] {
  const linked = new Set(
    snapshot.links.filter(({ state }) => state === 'Live').map(({ recordId }) => recordId),
  );
  return doubles(
    snapshot.rows,
    lookOfRow,
    ({ id, madeBy }) => madeBy === snapshot.bridgeUser && !linked.has(id),
  ).map(({ id, fields }) => `${String(fields.Subject)} (${id}) was made beside one that is the same`);
}

function doubledInExchange({ calendars, links }: EventSnapshot): string[] {
  return calendars.flatMap(({ user, email, items }) => {
    const linked = new Set(
      links.filter((link) => link.user === user && link.state === 'Live').map(({ itemId }) => itemId),
    );
    const marked = items.flatMap(({ marker }) => (marker === undefined ? [] : [marker]));
    return [
      ...doubles(items, lookOfItem, ({ id, marker }) => marker !== undefined && !linked.has(id)).map(
        ({ properties }) => `${String(properties.subject)} of ${email} was made beside one that is the same`,
      ),
      ...[...new Set(marked)]
        .filter((marker) => marked.indexOf(marker) !== marked.lastIndexOf(marker))
        .map((marker) => `${email} has several events that were made for ${marker}`),
    ];
  });
}

/** Those that are suspect and look like another one. */
function doubles<T>(all: readonly T[], look: (one: T) => string, isSuspect: (one: T) => boolean): T[] {
  return [...Map.groupBy(all, look).values()].flatMap((alike) =>
    alike.length > 1 ? alike.filter(isSuspect) : [],
  );
}

const [SUBJECT, START] = DEFAULT_MAPPING as [(typeof DEFAULT_MAPPING)[0], (typeof DEFAULT_MAPPING)[0]];

function lookOfRow({ owner, fields }: EventRow): string {
  return [owner, ...[SUBJECT, START].map((mapped) => valueInSalesforce(fields, mapped))].join(' ');
}

function lookOfItem(item: CalendarItem): string {
  return [SUBJECT, START].map(({ property }) => valueInExchange(item, property)).join(' ');
}
