import { Fault } from '../domain/fault.ts';
import type { ExchangeUserId, FolderId, OrgId, UserId } from '../domain/ids.ts';
import type { Exchange, ExchangeMailbox } from '../exchange/exchange.ts';
import type { MailboxState, Store } from '../store/store.ts';

/** The contact folder that syncs, by the name it is made with; afterwards it is known by its id. */
export const folderName = 'Salesforce_Sync';

const notFoundCodes = {
  denied: 'TDM-M-DENIED',
  notFound: 'TDM-M-NOT-FOUND',
  several: 'TDM-M-TWO-MAILBOXES',
} as const;

/**
 * Finds the mailbox of a user once; afterwards it is pinned by its id, so that a reassigned address leads nowhere else. Throws
 * `TDM-M-…` when there is none, or when it is another synced user's.
 */
export async function exchangeUserOf(
  exchange: Exchange,
  store: Store,
  mailbox: MailboxState,
): Promise<ExchangeUserId> {
  if (mailbox.exchangeUserId !== null) return mailbox.exchangeUserId;
  const found = await exchange.findMailbox(mailbox.email);
  if (found.kind !== 'found') throw new Fault(notFoundCodes[found.kind], '');
  const others = (await store.mailboxes.all()).filter(({ userId }) => userId !== mailbox.userId);
  const shared = others.some(
    ({ active, email, exchangeUserId }) =>
      active && (exchangeUserId === found.id || email.toLowerCase() === mailbox.email.toLowerCase()),
  );
  if (shared) throw new Fault('TDM-M-TWO-USERS', '');
  return found.id;
}

/** The folder of the mailbox; made when there is none of its name. Throws `TDM-M-FOLDER-TWICE` when there are several. */
export async function folderOf(exchange: ExchangeMailbox, mailbox: MailboxState): Promise<FolderId> {
  if (mailbox.folderId !== null) return mailbox.folderId;
  const [first, second] = await exchange.findFolders(folderName);
  if (second !== undefined) throw new Fault('TDM-M-FOLDER-TWICE', '');
  return first ?? (await exchange.createFolder(folderName));
}

/**
 * Where the folder is when the known one is gone: a mailbox that was moved to another server has it under a new id, with its
 * contacts in it. Null when there is none of its name, several, or an empty one, which a person made.
 */
export async function movedFolder(exchange: ExchangeMailbox): Promise<FolderId | null> {
  const [first, second] = await exchange.findFolders(folderName);
  if (first === undefined || second !== undefined) return null;
  const round = await exchange.readRound(first, null, ['id']);
  return round.kind === 'round' && round.contacts.length > 0 ? first : null;
}

const recheckMs = 4 * 60 * 60 * 1000;
const checkedKey = (userId: UserId) => `folder org of ${userId} was read`;
const takesKey = (userId: UserId) => `folder of ${userId} is to be taken over`;

/** An admin decided that this org syncs the folder from now on; the next pass writes that down. */
export async function takeFolderOver(store: Store, userId: UserId): Promise<void> {
  await store.meta.set(takesKey(userId), 'yes');
}

/** What an admin decided for the mailbox has changed, so the next pass reads again whose the folder is. */
export async function readFolderAgain(store: Store, userId: UserId): Promise<void> {
  await store.meta.set(checkedKey(userId), '');
}

/**
 * Sees to it that one org only syncs a folder: the first one writes its id on it, and any other one finds it there. Read when
 * the mailbox is met or taken in again, every four hours, and for as long as it is another's. Throws `TDM-M-OTHER-ORG`.
 */
export async function ownFolder(
  exchange: ExchangeMailbox,
  store: Store,
  mailbox: MailboxState,
  { folderId, orgId, now }: { readonly folderId: FolderId; readonly orgId: OrgId; readonly now: Date },
): Promise<void> {
  const { userId, firstSyncDone, linksLoaded, problem } = mailbox;
  const read = await store.meta.get(checkedKey(userId));
  const settled = firstSyncDone && linksLoaded && problem !== 'TDM-M-OTHER-ORG';
  if (settled && read && now.getTime() - Date.parse(read) < recheckMs) return;
  const org = await exchange.readFolderOrg(folderId);
  const taking = (await store.meta.get(takesKey(userId))) === 'yes';
  if (org !== null && org !== orgId && !taking)
    throw new Fault('TDM-M-OTHER-ORG', `The other org is ${org}.`);
  if (org !== orgId) await exchange.writeFolderOrg(folderId, orgId);
  if (taking) await store.meta.set(takesKey(userId), 'no');
  await store.meta.set(checkedKey(userId), now.toISOString());
}
