import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';

/**
 * The link after its record was merged: it goes on with the master. What the loser held stays remembered, so that the
 * master's other values are changes made in Salesforce, and what a person typed in Outlook meanwhile is one there.
 */
export function followed(link: Link, master: RecordId): Link {
  // Whether the master is in the filter tells the next look; a merge is never what takes a contact out of it.
  return { ...link, recordId: master, inFilter: false, pendingSalesforce: null };
}

/**
 * Live links that have to end because a merge gave their record a second one. One item goes on, and always the same one: first
 * an item that is still there, then the master's own, then one that people made, then the one with the lower id.
 */
export function secondLinks(
  live: readonly Link[],
  moved: ReadonlySet<ExchangeId>,
  isGone: (exchangeId: ExchangeId) => boolean,
): readonly Link[] {
  const byRecord = Map.groupBy(live, ({ recordId }) => recordId);
  const rank = ({ exchangeId, madeBy }: Link): readonly number[] => [
    Number(isGone(exchangeId)),
    Number(moved.has(exchangeId)),
    Number(madeBy === 'Exchange'),
  ];
  return [...byRecord.values()].flatMap((links) =>
    links.length === 1 ? [] : links.toSorted((a, b) => compare(rank(a), rank(b)) || byId(a, b)).slice(1),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function byId(a: Link, b: Link): number {
  return a.exchangeId < b.exchangeId ? -1 : 1;
}
