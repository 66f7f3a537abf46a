import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { MatchKeys } from '../pairing/match-keys.ts';
import type { Seen } from './attention.ts';

/** By what an item is recognised under a new id. */
export interface Traits {
  readonly exchangeId: ExchangeId;
  /** The record that its marker names. */
  readonly marker: RecordId | null;
  /** All its mapped values, as one fingerprint. */
  readonly content: string;
  readonly keys: MatchKeys;
}

/** What is known of a link's item, under its old id. */
export interface OldTraits {
  readonly link: Link;
  readonly recordLives: boolean;
  /** As it was at the last pass; null when that is not remembered. */
  readonly content: string | null;
  readonly emailKey: Fingerprint | null;
  readonly nameKey: Fingerprint | null;
}

/**
 * Whether the mailbox seems to have been moved to another server, which gives every item a new id ("Obtain immutable
 * identifiers for Outlook resources"): contacts are there, and not one that is known.
 */
export function seemsMoved({ full, contacts, links }: Seen): boolean {
  return (
    full && contacts.size > 0 && links.length > 0 && !links.some(({ exchangeId }) => contacts.has(exchangeId))
  );
}

/**
 * The new ids of the links' items, the surest evidence first: the marker, the content, an e-mail address, the name. Links that
 * live come before those that ended; what was moved out is not in the folder. An item is given to one link only.
 */
export function newIds(
  links: readonly OldTraits[],
  items: readonly Traits[],
): ReadonlyMap<ExchangeId, ExchangeId> {
  const ids = new Map<ExchangeId, ExchangeId>();
  const given = new Set<ExchangeId>();
  const liveFirst = links
    .filter(({ link }) => link.reason !== 'MovedOut')
    .toSorted((a, b) => Number(a.link.state !== 'Live') - Number(b.link.state !== 'Live'));
  for (const { ofLink, ofItem } of evidence) {
    const waiting = indexOf(items, ofItem);
    for (const old of liveFirst) {
      const key = ofLink(old);
      if (key === null || ids.has(old.link.exchangeId)) continue;
      const found = waiting.get(key)?.find((id) => !given.has(id));
      if (found === undefined) continue;
      given.add(found);
      ids.set(old.link.exchangeId, found);
    }
  }
  return ids;
}

/**
 * Whether the items found under new ids are those of the links: half of those at least whose link and record live. A few items
 * that people made while all others went away are no move.
 */
export function isMoved(
  links: readonly Pick<OldTraits, 'link' | 'recordLives'>[],
  ids: ReadonlyMap<ExchangeId, ExchangeId>,
): boolean {
  const live = links.filter(({ link, recordLives }) => link.state === 'Live' && recordLives);
  const found = live.filter(({ link }) => ids.has(link.exchangeId));
  return found.length > 0 && found.length * 2 >= live.length;
}

interface Evidence {
  readonly ofLink: (old: OldTraits) => string | null;
  readonly ofItem: (item: Traits) => readonly (string | null)[];
}

const evidence: readonly Evidence[] = [
  { ofLink: ({ link }) => link.recordId, ofItem: ({ marker }) => [marker] },
  { ofLink: ({ content }) => content, ofItem: ({ content }) => [content] },
  { ofLink: ({ emailKey }) => emailKey, ofItem: ({ keys }) => keys.emails },
  { ofLink: ({ nameKey }) => nameKey, ofItem: ({ keys }) => [keys.name] },
];

function indexOf(items: readonly Traits[], ofItem: Evidence['ofItem']): ReadonlyMap<string, ExchangeId[]> {
  const index = new Map<string, ExchangeId[]>();
  for (const item of items)
    for (const key of ofItem(item))
      if (key !== null) index.set(key, [...(index.get(key) ?? []), item.exchangeId]);
  return index;
}
