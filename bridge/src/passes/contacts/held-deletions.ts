import type { UserId } from '../../domain/ids.ts';
import type { ExchangeMailbox } from '../../exchange/exchange.ts';
import type { Store } from '../../store/store.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import type { HeldDeletion } from '../effects/held-deletion.ts';
import { mostListed } from '../effects/held-deletion.ts';

/** The deletions of a mailbox that are held, for those who are to approve them. */
export async function heldDeletions(
  store: Store,
  home: ExchangeMailbox,
  userId: UserId,
): Promise<readonly HeldDeletion[]> {
  const links = (await store.links.ofMailbox(userId, 'Contact')).filter(
    ({ state, pendingExchange, pendingSalesforce }) =>
      state === 'Live' && (pendingExchange ?? pendingSalesforce) !== null,
  );
  const listed = links.slice(0, mostListed);
  const items = listed.filter(({ pendingExchange }) => pendingExchange === null);
  const found = await home.readContacts(
    items.map(({ exchangeId }) => exchangeId),
    ['displayName'],
  );
  return listed.map(({ pendingExchange, recordId, exchangeId }) => {
    if (pendingExchange !== null) return { side: 'Salesforce', recordId };
    return { side: 'Exchange', item: itemName(found.get(exchangeId)?.contact ?? null, null) };
  });
}
