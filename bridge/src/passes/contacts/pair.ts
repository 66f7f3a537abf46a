import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import { holdsRecord } from '../../domain/link.ts';
import { markedRecord, recordKeyOf } from '../../sync/identity.ts';
import { matchKeysOf } from '../../sync/pairing/match-keys.ts';
import type { NewItem, Pair } from '../../sync/pairing/pair-items.ts';
import { pairItems } from '../../sync/pairing/pair-items.ts';
import type { PassContext } from '../pass-context.ts';
import { findCandidates } from './find-candidates.ts';
import { readMarkers } from './read-markers.ts';

/** A pair that this pass made, with the link whose item it replaces when that one is gone. */
export interface MadePair {
  readonly contact: ExchangeContact;
  readonly recordId: RecordId;
  readonly by: 'marker' | 'key' | 'email' | 'name';
  readonly replaces: Link | null;
}

export interface Pairing {
  readonly pairs: readonly MadePair[];
  readonly unpaired: readonly ExchangeContact[];
  /** Items whose marker could not be read: what they belong to is for the next pass to tell, so that they get no copy. */
  readonly unread: ReadonlySet<ExchangeId>;
  /** Items whose own record, the one that was made from them, is linked with another item by now. */
  readonly doubles: readonly { readonly contact: ExchangeContact; readonly recordId: RecordId }[];
}

/** Finds the records of Exchange contacts that have no link. `gone`: items of live links that are surely not there any more. */
export async function pairNewItems(
  context: PassContext,
  contacts: readonly ExchangeContact[],
  links: readonly Link[],
  gone: ReadonlySet<ExchangeId>,
): Promise<Pairing> {
  if (contacts.length === 0) return { pairs: [], unpaired: [], unread: new Set(), doubles: [] };
  const { markers, unread } = await readMarkers(context, contacts);
  const newItems = contacts.filter(({ id }) => !unread.has(id));
  const { items, merged } = await followMarkers(
    context,
    newItems.map((contact) => newItem(context, contact, markers.get(contact.id) ?? null)),
  );
  const candidates = await findCandidates(context, items, links);
  const intents = await context.store.intents.ofMailbox(context.userId, 'Contact');
  const { taken, withdrawn, free } = occupation(links, gone, intents);
  const { pairs, unpaired: open } = pairItems({
    items,
    candidates,
    taken,
    withdrawn,
    rule: context.policy.match,
  });
  const orphans = await orphanedCopies(context, open, links, intents);
  const records = new Map(candidates.map(({ tandemKey, recordId }) => [tandemKey, recordId]));
  const ownRecord = ({ tandemKey, exchangeId, marker }: NewItem) =>
    records.get(tandemKey) ?? (merged.has(exchangeId) ? marker : null);
  const unpaired = open.filter((item) => !orphans.has(item.exchangeId) && !ownRecord(item));
  const byId = new Map(newItems.map((contact) => [contact.id, contact]));
  return {
    pairs: [...pairs, ...orphans.values()].flatMap(({ exchangeId, recordId, by }) => {
      const contact = byId.get(exchangeId);
      return contact ? [{ contact, recordId, by, replaces: free.get(recordId) ?? null }] : [];
    }),
    unpaired: unpaired.flatMap(({ exchangeId }) => byId.get(exchangeId) ?? []),
    unread,
    doubles: open.flatMap((item) => {
      const contact = byId.get(item.exchangeId);
      const recordId = ownRecord(item);
      return contact && recordId && !orphans.has(item.exchangeId) ? [{ contact, recordId }] : [];
    }),
  };
}

function newItem(context: PassContext, contact: ExchangeContact, marker: string | null): NewItem {
  return {
    exchangeId: contact.id,
    keys: matchKeysOf(contact.properties, context.fingerprint),
    marker: markedRecord(marker, context.orgId),
    tandemKey: context.fingerprint('record key', recordKeyOf(context.exchangeUserId, contact.id)),
  };
}

/**
 * A marker that names a merged record stands for the record that it lives on in. Items whose marker names that one itself come
 * first, since they have the better right to it.
 */
async function followMarkers({ store }: PassContext, items: readonly NewItem[]) {
  const masters = await store.records.masters(items.flatMap(({ marker }) => marker ?? []));
  const followed = items.map((item) => ({
    ...item,
    marker: item.marker && (masters.get(item.marker) ?? item.marker),
  }));
  const merged = new Set(
    items.flatMap(({ exchangeId, marker }) => (marker && masters.has(marker) ? [exchangeId] : [])),
  );
  const rank = ({ exchangeId }: NewItem) => Number(merged.has(exchangeId));
  return { items: followed.toSorted((a, b) => rank(a) - rank(b)), merged };
}

/**
 * Copies that Tandem made of a record and that were never remembered, because the process ended in between, and whose
 * record was deleted since. They are no new contacts: they are paired, and the deletion decides.
 */
async function orphanedCopies(
  { store }: PassContext,
  items: readonly NewItem[],
  links: readonly Link[],
  intents: ReadonlySet<RecordId>,
): Promise<ReadonlyMap<ExchangeId, Pair>> {
  if (intents.size === 0) return new Map();
  const linked = new Set(
    links.filter(({ reason }) => reason !== 'OutOfFilter').map(({ recordId }) => recordId),
  );
  const known = await store.records.get(items.flatMap(({ marker }) => marker ?? []));
  const orphans = new Map<ExchangeId, Pair>();
  for (const { exchangeId, marker } of items) {
    if (marker === null || !intents.has(marker) || linked.has(marker)) continue;
    if (known.get(marker)?.deleted !== true) continue;
    linked.add(marker);
    orphans.set(exchangeId, { exchangeId, recordId: marker, by: 'marker' });
  }
  return orphans;
}

/**
 * Which records are not to be had: those of live links whose item is there, and those whose link was ended for a reason
 * that a new item does not undo, unless an earlier pass was about to give them one. `withdrawn` may have an item that is marked
 * with them. `free` are live links that a new item may take over, since their own item is gone.
 */
function occupation(links: readonly Link[], gone: ReadonlySet<ExchangeId>, intents: ReadonlySet<RecordId>) {
  const taken = new Set<RecordId>();
  const withdrawn = new Set<RecordId>();
  const free = new Map<RecordId, Link>();
  for (const link of links) {
    if (link.state === 'Live' && gone.has(link.exchangeId)) free.set(link.recordId, link);
    else if (link.reason === 'OutOfFilter' && intents.has(link.recordId)) continue;
    else if (link.reason === 'OutOfFilter' && link.madeBy === 'Exchange') withdrawn.add(link.recordId);
    else if (holdsRecord(link)) taken.add(link.recordId);
  }
  return { taken, withdrawn, free };
}
