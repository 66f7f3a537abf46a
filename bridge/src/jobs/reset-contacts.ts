import { setTimeout as sleep } from 'node:timers/promises';
import type { UserId } from '../domain/ids.ts';
import type { Claim } from '../store/store.ts';
import type { BridgeDeps } from './bridge-deps.ts';

const tries = 20;

/**
 * Forgets the live links and fingerprints of a mailbox's contacts, in the database and in Salesforce, so that the next pass
 * pairs again. Suppressed links stay. False when the mailbox is being synced and does not come free.
 */
export async function resetContacts(
  { store, salesforce, holder }: BridgeDeps,
  userId: UserId,
): Promise<boolean> {
  const claim = await claimSoon(() => store.claims.take(userId, 'Contact', holder, 60));
  if (claim === null) return false;
  try {
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
  } finally {
    await store.claims.release(claim);
  }
  return true;
}

async function claimSoon(take: () => Promise<Claim | null>): Promise<Claim | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const claim = await take();
    if (claim !== null) return claim;
    await sleep(250);
  }
  return null;
}
