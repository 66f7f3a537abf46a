import { selected } from './contact-query.ts';
import { contactEtag, contactView, itemId } from './contact-view.ts';
import { nextGeneration, readCursor, writeCursor } from './cursors.ts';
import type { Cursor } from './cursors.ts';
import { refuse } from './errors.ts';
import { folderInPath } from './folders.ts';
import { answer, mailboxOf } from './graph-call.ts';
import type { GraphCall, GraphHandler } from './graph-call.ts';
import type { FolderRecord, JournalEntry, MailboxRecord } from './mailbox.ts';
import { wholeNumber } from './paging.ts';

const TYPE = '#microsoft.graph.contact';

/**
 * `GET …/contacts/delta` (learn.microsoft.com "contact: delta"): changes of one folder since a cursor, in the order of
 * change. An item changed while a round runs may show twice; a move out of the folder looks like a deletion.
 */
export const contactsDelta: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  const skipToken = call.query.get('$skiptoken');
  const token = skipToken ?? call.query.get('$deltatoken');
  const folder = existingFolder(call, mailbox, token !== null);
  const { cursorGenerations } = call.moment.limits;
  const known =
    token === null
      ? undefined
      : readCursor(token, mailbox, (scope) => scope === folder.id, cursorGenerations);
  const cursor = skipToken !== null && known ? known : beginRound(call, mailbox, folder, known);
  const empty = skipToken === null && call.moment.quirks.deltaEmptyFirstPage;
  const { entries, more, position, left } = empty
    ? { entries: [], more: true, position: cursor.position, left: cursor.left }
    : readPage(call, mailbox, folder, cursor);
  const next = writeCursor({ ...cursor, position, left });
  const path = `${call.base}/users('${encodeURIComponent(call.params.user ?? '')}')/${scopePath(call)}contacts/delta`;
  const select = selected(cursor.select);
  return answer(call, 200, {
    '@odata.context': `${call.base}/$metadata#Collection(contact)`,
    [more ? '@odata.nextLink' : '@odata.deltaLink']: `${path}?${more ? '$skiptoken' : '$deltatoken'}=${next}`,
    value: entries.map(([id, entry]) => shownEntry(call, folder, id, entry, select)),
  });
};

function existingFolder(call: GraphCall, mailbox: MailboxRecord, resuming: boolean): FolderRecord {
  const id = call.params.folder;
  if (resuming && id !== undefined && !mailbox.folders.has(id)) throw refuse.syncFolderNotFound();
  return folderInPath(call, mailbox);
}

function scopePath(call: GraphCall): string {
  return call.params.folder === undefined
    ? ''
    : `contactFolders('${encodeURIComponent(call.params.folder)}')/`;
}

/** A new round: from the beginning, or from the end of the round that `known` closes. */
function beginRound(
  call: GraphCall,
  mailbox: MailboxRecord,
  folder: FolderRecord,
  known: Cursor | undefined,
): Cursor {
  if (known) return { ...known, generation: nextGeneration(mailbox, known), left: null };
  checkOptions(call);
  const select = call.query.get('$select');
  selected(select);
  return {
    mailbox: mailbox.id,
    folder: folder.id,
    select,
    generation: nextGeneration(mailbox, { folder: folder.id, select }),
    position: 0,
    began: mailbox.seq,
    left: wholeNumber(call, '$top') ?? null,
  };
}

function checkOptions(call: GraphCall): void {
  const { quirks } = call.moment;
  if (call.query.has('$expand')) throw refuse.deltaExpand();
  const accepted = new Set(['$select', ...(quirks.deltaTop === 'cap' ? ['$top'] : [])]);
  if (call.params.folder === undefined && quirks.deltaSelectOnDefaultFolder === 'refuse')
    accepted.delete('$select');
  const refused = [...call.query.keys()].filter((option) => option.startsWith('$') && !accepted.has(option));
  if (refused.length > 0) {
    throw refuse.badQuery(
      `The following parameters are not supported with change tracking over the 'Contacts' resource: '${refused.join(', ')}'.`,
    );
  }
}

interface Page {
  entries: [string, JournalEntry][];
  more: boolean;
  position: number;
  left: number | null;
}

function readPage(call: GraphCall, mailbox: MailboxRecord, folder: FolderRecord, cursor: Cursor): Page {
  const { limits, quirks } = call.moment;
  const size = Math.min(call.maxPageSize ?? limits.pageDefault, limits.deltaPageMax, cursor.left ?? Infinity);
  const entries: [string, JournalEntry][] = [];
  let before: [string, JournalEntry] | undefined;
  let more = false;
  for (const [id, entry] of folder.journal) {
    if (entry.gone && entry.seq <= cursor.began) continue;
    if (entry.seq <= cursor.position) {
      before = [id, entry];
      continue;
    }
    more = entries.length === size;
    if (more) break;
    entries.push([id, entry]);
  }
  const left = cursor.left === null ? null : cursor.left - entries.length;
  if (left === 0) more = false;
  const position = more ? (entries.at(-1)?.[1].seq ?? cursor.position) : mailbox.seq;
  const replayed = quirks.deltaReplays && before && entries.length > 0 ? [before, ...entries] : entries;
  return { entries: replayed, more, position, left };
}

function shownEntry(
  call: GraphCall,
  folder: FolderRecord,
  id: string,
  entry: JournalEntry,
  select: string[] | undefined,
): Record<string, unknown> {
  const record = folder.contacts.get(id);
  if (entry.gone || !record) {
    const shown = itemId({ immutableId: id, mutableId: entry.mutableId }, call.ids);
    return { '@odata.type': TYPE, id: shown, '@removed': { reason: 'deleted' } };
  }
  return {
    '@odata.type': TYPE,
    '@odata.etag': contactEtag(record),
    ...contactView(record, { ids: call.ids, select }),
  };
}
