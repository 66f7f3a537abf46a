import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import { Fault } from '../../domain/fault.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { InboxEntry } from '../../store/store.ts';
import type { Seen } from '../../sync/plan/attention.ts';
import type { PassContext } from '../pass-context.ts';
import type { Asked } from './asked.ts';
import { readAsked } from './asked.ts';
import { candidates } from './going-out.ts';
import { linkFrom } from './link-row.ts';
import { nothingDone } from './remember.ts';

/** What both sides reported since the last pass. */
export interface Changes extends Seen {
  /** All links of the mailbox; only those with a held deletion when neither side reported anything. */
  readonly links: readonly Link[];
  /** Items whose link follows its record into the one that it was merged with. */
  readonly moved: ReadonlySet<ExchangeId>;
  readonly inbox: readonly InboxEntry[];
  readonly asked: Asked;
  readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
  /** Where the next round starts; kept only when everything of this one is done. */
  readonly cursor: string;
}

/**
 * Reads the folder's changes and the mailbox's inbox. A dead cursor leads to a full round, in which every link is compared.
 * Throws `TDM-M-FOLDER-GONE` when the folder was deleted; that is never taken for the deletion of its contacts.
 */
export async function readChanges(context: PassContext): Promise<Changes> {
  const { store, exchange, folderId, mapping, mailbox, userId, policy } = context;
  const inbox = await store.inbox.read(userId, 'Contact');
  let round = await exchange.readRound(folderId, mailbox.cursor, mapping.properties);
  let full = mailbox.cursor === null;
  if (round.kind === 'cursorDead') {
    full = true;
    round = await exchange.readRound(folderId, null, mapping.properties);
  }
  if (round.kind !== 'round') throw new Fault('TDM-M-FOLDER-GONE', '');
  const asked = await readAsked(store, userId);
  const contacts = new Map(round.contacts.map((contact) => [contact.id, contact]));
  for (const contact of await askedContacts(context, asked, contacts)) contacts.set(contact.id, contact);
  const quiet =
    !full &&
    inbox.length + round.contacts.length + round.tombstones.length === 0 &&
    asked.approved.length + asked.items.length === 0;
  const links = await rememberedLinks(context, quiet);
  const outgoing = full && flowsFrom('Salesforce', policy.direction) ? await candidates(context) : [];
  return {
    links,
    moved: new Set(),
    inbox,
    asked,
    contacts,
    tombstones: new Set(round.tombstones),
    malformed: round.malformed,
    records: new Set<RecordId>([...inbox.map(({ recordId }) => recordId), ...outgoing]),
    full,
    cursor: round.cursor,
  };
}

/** Items that a person wants to be tried again, as they are now; those that left the folder are not. */
async function askedContacts(
  { exchange, folderId, mapping }: PassContext,
  { items }: Asked,
  seen: ReadonlyMap<ExchangeId, ExchangeContact>,
): Promise<readonly ExchangeContact[]> {
  const unseen = items.filter((id) => !seen.has(id));
  if (unseen.length === 0) return [];
  const found = await exchange.readContacts(unseen, mapping.properties);
  return [...found.values()].flatMap((item) =>
    item?.contact.parentFolderId === folderId ? [item.contact] : [],
  );
}

/**
 * The links; where nothing was reported only those that wait for an approval, since no other is looked at. When an earlier
 * pass ended between writing link rows to Salesforce and remembering them, the rows are read back and count, for they were
 * written last.
 */
async function rememberedLinks(
  { store, salesforce, claim, userId }: PassContext,
  quiet: boolean,
): Promise<readonly Link[]> {
  const intents = await store.intents.ofMailbox(userId, 'Contact');
  if (quiet && intents.size === 0) return store.links.held(userId, 'Contact');
  const links = await store.links.ofMailbox(userId, 'Contact');
  if (intents.size === 0) return links;
  const known = new Map(links.map((link) => [link.exchangeId, link]));
  const rows = (await salesforce.readLinkRows(userId)).filter(({ kind }) => kind === 'Contact');
  const news = rows.flatMap((row): Link[] => {
    const link = known.get(row.exchangeId);
    if (link?.state === row.state && link.recordId === row.recordId) return [];
    const { recordId, state, reason } = row;
    return [link?.recordId === recordId ? { ...link, state, reason } : linkFrom(row)];
  });
  const ended = news.filter(({ state }) => state === 'Suppressed');
  for (const link of ended) known.set(link.exchangeId, link);
  const live = new Set([...known.values()].flatMap((link) => (link.state === 'Live' ? [link.recordId] : [])));
  // Of two live rows of one record, the one that is remembered counts.
  const begun = news.filter(({ state, recordId }) => state === 'Live' && !live.has(recordId));
  for (const link of begun) known.set(link.exchangeId, link);
  if (ended.length + begun.length === 0) return links;
  await store.chunks.remember(claim, { ...nothingDone, links: [...ended, ...begun] });
  return [...known.values()];
}
