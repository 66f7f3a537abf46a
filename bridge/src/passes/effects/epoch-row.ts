import type { UserId } from '../../domain/ids.ts';
import type { Row } from '../../salesforce/salesforce.ts';
import type { Store } from '../../store/store.ts';

/**
 * The mailbox's row with one more counted, to be sent beside link or issue rows: a copy of the database from before them, even
 * from the middle of the same pass, is then known as an older one. Counted here first, so that Salesforce is never ahead of the
 * database that wrote them.
 */
export async function epochRow(
  store: { readonly mailboxes: Pick<Store['mailboxes'], 'countUp'> },
  userId: UserId,
): Promise<Row> {
  return { User_Key__c: userId, Epoch__c: await store.mailboxes.countUp(userId) };
}
