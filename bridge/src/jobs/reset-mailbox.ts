import type { UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { Claim } from '../store/store.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { epochRow } from '../passes/effects/epoch-row.ts';
import { linkStateRow } from '../passes/effects/link-row.ts';
import { withMailbox } from './claim-mailbox.ts';

/**
 * Forgets the live links and fingerprints of a mailbox's contacts or events, in the database and in Salesforce, so that the
 * next pass pairs again. Suppressed links stay. Salesforce is told first, so that a database from before the reset,
 * which still has the links, is known as an older one. False when the mailbox is being synced and does not come free.
 */
export async function resetMailbox(deps: BridgeDeps, userId: UserId, kind: Kind): Promise<boolean> {
  const { store, salesforce } = deps;
  const reset = await withMailbox(
    deps,
    userId,
    async (claim) => {
      const rows = await salesforce.readLinkRows(userId);
      const live = rows.filter((row) => row.kind === kind && row.state === 'Live');
      const links = (await store.links.ofMailbox(userId, kind)).filter(({ state }) => state === 'Suppressed');
      const ended = new Map(links.map((link) => [link.exchangeId, link]));
      const goes = live.filter(({ exchangeId }) => !ended.has(exchangeId));
      // The pass that let these live again ended between telling Salesforce and remembering it.
      const stays = live.flatMap(({ exchangeId }) => ended.get(exchangeId) ?? []);
      await (kind === 'Contact' ? forgetContacts(deps, claim) : forgetEvents(deps, claim));
      if (goes.length > 0)
        await salesforce.writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', [
          await epochRow(store, userId),
        ]);
      if (stays.length > 0)
        await salesforce.writer.upsertRows(
          'Tandem_Link__c',
          'Link_Key__c',
          stays.map((link) => linkStateRow(userId, link)),
        );
      // Where an outage breaks this off some rows are gone already; the request stays then, so that the reset is made again.
      await salesforce.writer.deleteRows(
        'Tandem_Link__c',
        goes.map(({ rowId }) => rowId),
      );
      await store.mailboxes.reset(userId, kind, claim);
      return true;
    },
    { kind },
  );
  return reset ?? false;
}

async function forgetContacts({ store }: BridgeDeps, claim: Claim): Promise<void> {
  const mailbox = await store.mailboxes.get(claim.userId);
  // A folder that is gone is forgotten too, so that the next pass makes a new one.
  const folder = mailbox?.problem === 'TDM-M-FOLDER-GONE' ? { folderId: null } : {};
  await store.mailboxes.update(claim, {
    problem: null,
    problemDetail: null,
    firstSyncDone: false,
    ...folder,
  });
}

/** As long as the first sync after it lasts, nothing is written that mails. */
async function forgetEvents({ store }: BridgeDeps, claim: Claim): Promise<void> {
  await store.events.updateCalendar(claim, { problem: null, problemDetail: null, firstSyncDone: false });
}
