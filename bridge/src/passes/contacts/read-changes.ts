import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { Fault } from '../../domain/fault.ts';
import type { InboxEntry } from '../../store/store.ts';
import type { Seen } from '../../sync/plan/attention.ts';
import type { PassContext } from '../pass-context.ts';
import { linkFrom } from './link-row.ts';

/** What both sides reported since the last pass. */
export interface Changes extends Seen {
  readonly links: readonly Link[];
  readonly inbox: readonly InboxEntry[];
  readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
  /** Where the next round starts; kept only when everything of this one is done. */
  readonly cursor: string;
}

/**
 * Reads the folder's changes and the mailbox's inbox. A dead cursor leads to a full round, in which every link is compared.
 * Throws `TDM-M-FOLDER-GONE` when the folder was deleted; that is never taken for the deletion of its contacts.
 */
export async function readChanges(context: PassContext): Promise<Changes> {
  const { store, exchange, folderId, mapping, mailbox, userId } = context;
  const inbox = await store.inbox.read(userId, 'Contact');
  const links = await rememberedLinks(context);
  let round = await exchange.readRound(folderId, mailbox.cursor, mapping.properties);
  let full = mailbox.cursor === null;
  if (round.kind === 'cursorDead') {
    full = true;
    round = await exchange.readRound(folderId, null, mapping.properties);
  }
  if (round.kind !== 'round') throw new Fault('TDM-M-FOLDER-GONE', '');
  const owned = full ? (await store.records.ownedBy(userId)).map(({ recordId }) => recordId) : [];
  return {
    links,
    inbox,
    contacts: new Map(round.contacts.map((contact) => [contact.id, contact])),
    tombstones: new Set(round.tombstones),
    malformed: round.malformed,
    records: new Set<RecordId>([...inbox.map(({ recordId }) => recordId), ...owned]),
    full,
    cursor: round.cursor,
  };
}

/** The links; when an earlier pass ended between writing a link to Salesforce and remembering it, that link is read back. */
async function rememberedLinks({ store, salesforce, claim, userId }: PassContext): Promise<readonly Link[]> {
  const [links, intents] = await Promise.all([
    store.links.ofMailbox(userId, 'Contact'),
    store.intents.ofMailbox(userId, 'Contact'),
  ]);
  if (intents.size === 0) return links;
  const known = new Set(links.map(({ exchangeId }) => exchangeId));
  const rows = await salesforce.readLinkRows(userId);
  const unknown = rows.filter(({ kind, exchangeId }) => kind === 'Contact' && !known.has(exchangeId));
  const live = new Set(links.flatMap(({ state, recordId }) => (state === 'Live' ? [recordId] : [])));
  const news = unknown
    .filter(({ state, recordId }) => state === 'Suppressed' || !live.has(recordId))
    .map(linkFrom);
  await store.links.load(claim, news);
  return [...links, ...news];
}
