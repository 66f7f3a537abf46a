import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { Link, SuppressReason } from '../../domain/link.ts';

/** What a pass has read so far. */
export interface Seen {
  readonly links: readonly Link[];
  readonly contacts: ReadonlyMap<ExchangeId, ExchangeContact>;
  readonly tombstones: ReadonlySet<ExchangeId>;
  /** Records that were reported as changed. */
  readonly records: ReadonlySet<RecordId>;
  /** Everything was read, so what is missing is missing. */
  readonly full: boolean;
}

/** What a pass must look at. */
export interface Attention {
  /** Links of which at least one side has to be compared. */
  readonly links: readonly Link[];
  /** Items whose whereabouts must be asked for by id: a tombstone does not tell a deletion from a move. */
  readonly verify: readonly ExchangeId[];
  /** Contacts that no link knows. */
  readonly newItems: readonly ExchangeContact[];
}

/** Chooses what to look at. Suppressed links only matter when their item or record shows itself again. */
export function attention(seen: Seen): Attention {
  const linkedItems = new Set(seen.links.map(({ exchangeId }) => exchangeId));
  const liveRecords = new Set(seen.links.filter(isLive).map(({ recordId }) => recordId));
  const links = seen.links.filter((link) =>
    isLive(link) ? isTouched(link, seen) : mayRevive(link, seen, liveRecords),
  );
  return {
    links,
    verify: links.filter((link) => mustVerify(link, seen)).map(({ exchangeId }) => exchangeId),
    newItems: [...seen.contacts.values()].filter(({ id }) => !linkedItems.has(id)),
  };
}

function isLive(link: Link): boolean {
  return link.state === 'Live';
}

/** A held deletion waits untouched: the item that is restored shows itself, and the approval reports the record. */
function isTouched(link: Link, seen: Seen): boolean {
  return (
    seen.full ||
    seen.contacts.has(link.exchangeId) ||
    seen.tombstones.has(link.exchangeId) ||
    seen.records.has(link.recordId)
  );
}

/** Reasons that a person, the filter or sharing can undo. */
const revivable: ReadonlySet<SuppressReason> = new Set([
  'MovedOut',
  'DeletedByPolicy',
  'OutOfFilter',
  'AccessLost',
]);

function mayRevive(link: Link, seen: Seen, liveRecords: ReadonlySet<RecordId>): boolean {
  if (liveRecords.has(link.recordId)) return false;
  if (link.reason === null || !revivable.has(link.reason)) return false;
  if (seen.contacts.has(link.exchangeId)) return true;
  // The tombstone of a copy that Tandem removed does not stand against the record's return.
  const tombstoneCounts = link.reason !== 'OutOfFilter' && link.reason !== 'AccessLost';
  return seen.records.has(link.recordId) && !(tombstoneCounts && seen.tombstones.has(link.exchangeId));
}

function mustVerify(link: Link, seen: Seen): boolean {
  if (seen.contacts.has(link.exchangeId)) return false;
  if (!isLive(link)) return true;
  return seen.full || seen.tombstones.has(link.exchangeId) || link.pendingExchange !== null;
}

/** How an item that cannot be found is to be understood. */
export function howGone(
  link: Pick<Link, 'exchangeId' | 'pendingExchange'>,
  seen: Seen,
): 'Deleted' | 'DeletedUnseen' {
  return seen.tombstones.has(link.exchangeId) || link.pendingExchange === 'Deleted'
    ? 'Deleted'
    : 'DeletedUnseen';
}
