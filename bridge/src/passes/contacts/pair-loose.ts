import type { ExchangeId, Fingerprint } from '../../domain/ids.ts';
import type { KnownRecord, LooseItem } from '../../store/store.ts';
import type { NewItem } from '../../sync/pairing/pair-items.ts';
import { pairItems } from '../../sync/pairing/pair-items.ts';
import type { PassContext } from '../pass-context.ts';
import { candidate } from './find-candidates.ts';
import type { MadePair } from './pair.ts';

/** Loose items of earlier passes that records which the user may see, by their match keys, may be meant for. */
export async function pairLooseItems(
  context: PassContext,
  records: readonly KnownRecord[],
  seen: ReadonlySet<ExchangeId>,
): Promise<readonly MadePair[]> {
  if (records.length === 0) return [];
  const known = await context.store.loose.ofMailbox(context.userId, 'Contact');
  return pairLoose(
    context,
    records,
    known.filter(({ exchangeId }) => !seen.has(exchangeId)),
  );
}

/** Items that are not in the folder any more are left out, and the others paired again. */
async function pairLoose(
  context: PassContext,
  records: readonly KnownRecord[],
  loose: readonly LooseItem[],
): Promise<readonly MadePair[]> {
  if (loose.length === 0) return [];
  const none = context.fingerprint('record key', null);
  const { pairs } = pairItems({
    items: loose.map(({ exchangeId, emailKeys, nameKey }): NewItem => ({
      exchangeId,
      keys: { emails: emailKeys, name: nameKey },
      marker: null,
      tandemKey: none satisfies Fingerprint,
    })),
    candidates: records.map((record) => candidate(record, context.userId, true)),
    taken: new Set(),
    withdrawn: new Set(),
    rule: context.policy.match,
  });
  const contacts = await context.exchange.readContacts(
    pairs.map(({ exchangeId }) => exchangeId),
    context.mapping.properties,
  );
  const made = pairs.flatMap(({ exchangeId, recordId, by }) => {
    const contact = contacts.get(exchangeId)?.contact;
    return contact?.parentFolderId === context.folderId ? [{ contact, recordId, by, replaces: null }] : [];
  });
  if (made.length === pairs.length) return made;
  const there = new Set(made.map(({ contact }) => contact.id));
  const absent = new Set(pairs.map(({ exchangeId }) => exchangeId).filter((id) => !there.has(id)));
  return pairLoose(
    context,
    records,
    loose.filter(({ exchangeId }) => !absent.has(exchangeId)),
  );
}
