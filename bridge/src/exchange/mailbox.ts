import type { ExchangeUserId } from '../domain/ids.ts';
import { createCalendar } from './calendar/calendar.ts';
import type { Clock } from './clock.ts';
import { createContacts, deleteContacts, updateContacts } from './contacts.ts';
import { readRound } from './delta.ts';
import type { ExchangeMailbox } from './exchange.ts';
import { createFolder, findFolders, folderExists } from './folders.ts';
import { mayWrite } from './may-write.ts';
import { findByMarker, readMarkers } from './markers.ts';
import { orgMark } from './org-mark.ts';
import { pathsOf } from './paths.ts';
import { readContacts } from './read-contacts.ts';
import type { Sender } from './sender.ts';

/** What a mailbox works with. */
export interface MailboxOptions {
  readonly id: ExchangeUserId;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly graphUrl: string;
  readonly pageSize: number;
}

/** The calls of one mailbox. */
export function createMailbox({ id, ...options }: MailboxOptions): ExchangeMailbox {
  const calls = { ...options, paths: pathsOf(id) };
  return {
    calendar: createCalendar(calls),
    findFolders: (name) => findFolders(calls, name),
    createFolder: (name) => createFolder(calls, name),
    folderExists: (folder) => folderExists(calls, folder),
    orgMark: (folder) => orgMark(calls, calls.paths.folder(folder)),
    mayWrite: () => mayWrite(calls, calls.paths.contact),
    readRound: (folder, cursor, properties) => readRound(calls, folder, cursor, properties),
    readMarkers: (folder) => readMarkers(calls, folder),
    readContacts: (ids, properties) => readContacts(calls, ids, properties),
    findByMarker: (folder, marker) => findByMarker(calls, folder, marker),
    createContacts: (folder, contacts) => createContacts(calls, folder, contacts),
    updateContacts: (patches) => updateContacts(calls, patches),
    deleteContacts: (ids) => deleteContacts(calls, ids),
  };
}
