import { Fault } from '../domain/fault.ts';
import type { ExchangeUserId, FolderId } from '../domain/ids.ts';
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
