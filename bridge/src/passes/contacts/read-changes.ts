import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import { Fault } from '../../domain/fault.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { InboxEntry } from '../../store/store.ts';
import type { Seen } from '../../sync/plan/attention.ts';
import type { PassContext } from '../pass-context.ts';
import { rememberedLinks } from '../remembered-links.ts';
import type { Asked } from '../asked.ts';
import { readAsked } from '../asked.ts';
import { candidates } from './going-out.ts';

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
  const links = await rememberedLinks(context, 'Contact', quiet);
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
