import type { Link } from '../../domain/link.ts';
import type { KnownRecord, Store } from '../../store/store.ts';
import { recordKeyOf } from '../../sync/identity.ts';
import type { Candidate } from '../../sync/pairing/candidate.ts';
import type { NewItem } from '../../sync/pairing/pair-items.ts';
import type { PassContext } from '../pass-context.ts';
import { accessTo } from '../record-access.ts';

/** The records that items may be paired with: by their markers, keys, addresses and names; but for those that belong to the item of a live link. */
export async function findCandidates(
  context: PassContext,
  items: readonly NewItem[],
  links: readonly Link[],
): Promise<readonly Candidate[]> {
  return withoutPromised(context, await matching(context, items), links);
}

/** What pairing needs of a record. */
export function candidate(record: KnownRecord, userId: string, visible: boolean): Candidate {
  return { ...record, own: record.ownerId === userId, visible };
}

async function matching(context: PassContext, items: readonly NewItem[]): Promise<readonly Candidate[]> {
  const { records } = context.store;
  const unique = <Key>(keys: readonly Key[]) => [...new Set(keys)];
  const found = await Promise.all([
    records.byEmailKeys(unique(items.flatMap(({ keys }) => keys.emails))),
    records.byNameKeys(unique(items.flatMap(({ keys }) => keys.name ?? []))),
    records.byTandemKeys(unique(items.map(({ tandemKey }) => tandemKey))),
    records
      .get(unique(items.flatMap(({ marker }) => marker ?? [])))
      .then((map) => [...map.values()].filter(({ deleted }) => !deleted)),
  ]);
  // Where person accounts do not count as contacts, their contacts are none either.
  const contacts = found.flat().filter(({ isPerson }) => context.policy.personAccounts || !isPerson);
  const living = contacts.filter(({ deleted }) => !deleted);
  const merged = contacts.filter(({ deleted }) => deleted);
  const whole = [...new Map(living.map((record) => [record.recordId, record])).values()];
  const possible = [...whole, ...(await heirs(context.store, merged))];
  const access = await accessTo(context, possible);
  return possible.map((record) =>
    candidate(record, context.userId, access.get(record.recordId)?.read === true),
  );
}

/** Records that live on in others, as those others: what was made from an item belongs to it there. */
async function heirs({ records }: Store, merged: readonly KnownRecord[]): Promise<readonly KnownRecord[]> {
  if (merged.length === 0) return [];
  const masters = await records.masters(merged.map(({ recordId }) => recordId));
  const living = await records.get([...masters.values()]);
  return merged.flatMap(({ recordId, tandemKey }) => {
    const master = living.get(masters.get(recordId) ?? recordId);
    return master === undefined || master.deleted ? [] : [{ ...master, tandemKey }];
  });
}

/** A record that was made from an item with a live link belongs to that item, even if the link does not know it yet. */
function withoutPromised(
  { fingerprint, exchangeUserId }: PassContext,
  candidates: readonly Candidate[],
  links: readonly Link[],
): readonly Candidate[] {
  if (candidates.every(({ tandemKey }) => tandemKey === null)) return candidates;
  const promised = new Map(
    links
      .filter(({ state }) => state === 'Live')
      .map((link) => [
        fingerprint('record key', recordKeyOf(exchangeUserId, link.exchangeId)),
        link.recordId,
      ]),
  );
  return candidates.filter(({ tandemKey, recordId }) => {
    const linked = tandemKey === null ? undefined : promised.get(tandemKey);
    return linked === undefined || linked === recordId;
  });
}
