import type { UserId } from '../domain/ids.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { withMailbox } from './claim-mailbox.ts';

/**
 * Forgets the live links and fingerprints of a mailbox's contacts, in the database and in Salesforce, so that the next pass
 * pairs again. Suppressed links stay. False when the mailbox is being synced and does not come free.
 */
export async function resetContacts(
  { store, salesforce, holder }: BridgeDeps,
  userId: UserId,
): Promise<boolean> {
  const reset = await withMailbox({ store, holder }, userId, async (claim) => {
    const mailbox = await store.mailboxes.get(userId);
    const rows = await salesforce.readLinkRows(userId);
    const live = rows.filter(({ kind, state }) => kind === 'Contact' && state === 'Live');
    // A folder that is gone is forgotten too, so that the next pass makes a new one.
    const folder = mailbox?.problem === 'TDM-M-FOLDER-GONE' ? { folderId: null } : {};
    await store.mailboxes.update(claim, {
      problem: null,
      problemDetail: null,
      firstSyncDone: false,
      ...folder,
    });
    await salesforce.writer.deleteRows(
      'Tandem_Link__c',
      live.map(({ rowId }) => rowId),
    );
    await store.mailboxes.reset(userId, 'Contact', claim);
    return true;
  });
  return reset ?? false;
}
