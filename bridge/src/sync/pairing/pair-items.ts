import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import type { MatchRule } from '../../domain/policy.ts';
import type { Candidate } from './candidate.ts';
import { bestCandidate } from './candidate.ts';
import type { MatchKeys } from './match-keys.ts';

/** An Exchange contact without a link. */
export interface NewItem {
  readonly exchangeId: ExchangeId;
  readonly keys: MatchKeys;
  /** The record named by its marker, when the marker is of this org. */
  readonly marker: RecordId | null;
  /** Hash of the key that a record made from this item carries. */
  readonly tandemKey: Fingerprint;
}

export interface Pair {
  readonly exchangeId: ExchangeId;
  readonly recordId: RecordId;
  readonly by: 'marker' | 'key' | 'email' | 'name';
}

export interface PairingInput {
  readonly items: readonly NewItem[];
  /** All records that one of the items might mean. */
  readonly candidates: readonly Candidate[];
  /** Records that another item of this mailbox is linked to, or that must not be linked. */
  readonly taken: ReadonlySet<RecordId>;
  /** Records whose copy was taken away when they left the filter: only an item that is marked with them may have them. */
  readonly withdrawn: ReadonlySet<RecordId>;
  readonly rule: MatchRule;
}

/**
 * Pairs new Exchange contacts with records, the surest evidence first: the key of a record that was made from this very item,
 * the marker, which a copy that a user made carries too, an e-mail address, name and company. By the latter two only records
 * that the user may see: whether others exist is not told. A record is given to one item only, so a copy of a linked contact
 * finds none and is new.
 */
export function pairItems(input: PairingInput): {
  readonly pairs: readonly Pair[];
  readonly unpaired: readonly NewItem[];
} {
  const taken = new Set(input.taken);
  const index = indexOf(input.candidates);
  const pairs: Pair[] = [];
  let rest = input.items;
  const evidence: readonly (readonly [Pair['by'], (item: NewItem) => readonly Candidate[]])[] = [
    ['key', (item) => index.byTandemKey.get(item.tandemKey) ?? []],
    ['marker', (item) => (item.marker === null ? [] : (index.byId.get(item.marker) ?? []))],
    ['email', (item) => item.keys.emails.flatMap((key) => visible(index.byEmail.get(key)))],
    ['name', (item) => (item.keys.name === null ? [] : visible(index.byName.get(item.keys.name)))],
  ];
  for (const [by, find] of evidence) {
    rest = rest.filter((item) => {
      const best = bestCandidate(
        find(item).filter(
          ({ recordId }) => !taken.has(recordId) && (by === 'marker' || !input.withdrawn.has(recordId)),
        ),
        input.rule,
      );
      if (best === null) return true;
      taken.add(best.recordId);
      pairs.push({ exchangeId: item.exchangeId, recordId: best.recordId, by });
      return false;
    });
  }
  return { pairs, unpaired: rest };
}

function visible(candidates: readonly Candidate[] = []): readonly Candidate[] {
  return candidates.filter((candidate) => candidate.visible);
}

function indexOf(candidates: readonly Candidate[]) {
  return {
    byId: groupBy(candidates, (candidate) => candidate.recordId),
    byTandemKey: groupBy(candidates, (candidate) => candidate.tandemKey),
    byEmail: groupBy(candidates, (candidate) => candidate.emailKey),
    byName: groupBy(candidates, (candidate) => candidate.nameKey),
  };
}

function groupBy<Key>(
  candidates: readonly Candidate[],
  key: (candidate: Candidate) => Key | null,
): Map<Key, Candidate[]> {
  const groups = new Map<Key, Candidate[]>();
  for (const candidate of candidates) {
    const of = key(candidate);
    if (of === null) continue;
    const group = groups.get(of);
    if (group) group.push(candidate);
    else groups.set(of, [candidate]);
  }
  return groups;
}
