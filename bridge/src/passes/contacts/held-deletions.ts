import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Side } from '../../domain/words.ts';
import type { ExchangeMailbox } from '../../exchange/exchange.ts';
import type { Store } from '../../store/store.ts';
import { itemName } from '../../sync/plan/item-name.ts';

/** A deletion that waits for an admin: where it would be made, and of what. */
export interface HeldDeletion {
  readonly side: Side;
  /** Of a record that would be deleted; the screen names it, as far as its reader may see it. */
  readonly recordId?: RecordId;
  /** Of an item that would be deleted: its name in Exchange. */
  readonly item?: string;
}

/** More than anybody reads; the issue says how many there are. */
export const mostListed = 200;

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
