import type { ContactValues } from './contact-properties.ts';
import { createCalendar } from './events/calendar.ts';
import type { CalendarRecord } from './events/calendar.ts';
import { mintId } from './ids.ts';

/** A contact as the mailbox keeps it. */
export interface ContactRecord {
  immutableId: string;
  /** Changes on each move. */
  mutableId: string;
  folderId: string;
  changeKey: string;
  createdAt: Date;
  modifiedAt: Date;
  /** Contacts made by hand and by the API show unset values differently. */
  madeBy: 'api' | 'people';
  values: ContactValues;
  /** Single-value extended properties by their normal id. */
  extended: Map<string, string>;
  /** The change key will move once more by itself (a switch). */
  drifts: boolean;
}

/** A contact in Deleted Items, or purged from there. */
export interface DeletedRecord extends ContactRecord {
  deletedAt: Date;
  purged: boolean;
}

/** One line of a folder's change journal: the newest thing that happened to an item there. */
export interface JournalEntry {
  seq: number;
  /** The item left the folder: deleted or moved out; delta does not tell which. */
  gone: boolean;
  mutableId: string;
}

export interface FolderRecord {
  id: string;
  displayName: string;
  /** Nothing for the root that the default folder and Deleted Items stand under. */
  parentId: string | undefined;
  /** Single-value extended properties by their normal id. */
  extended: Map<string, string>;
  contacts: Map<string, ContactRecord>;
  /** By immutable id, in the order of change. */
  journal: Map<string, JournalEntry>;
}

/** The generations of one delta query: see `cursors.ts`. */
export interface CursorGenerations {
  highest: number;
  /** Generations up to here were purged. */
  purged: number;
}

export interface MailboxRecord {
  /** Directory object id, a GUID. */
  id: string;
  userPrincipalName: string;
  mail: string | null;
  proxyAddresses: string[];
  displayName: string;
  usageLocation: string | null;
  timeZone: string;
  /** No usable mailbox: answers MailboxNotEnabledForRESTAPI. */
  inactive: boolean;
  /** All folders, in order of creation. */
  folders: Map<string, FolderRecord>;
  /** The default folder "Contacts", which the list of folders does not show. */
  contactsFolder: FolderRecord;
  deletedItemsId: string;
  contacts: Map<string, ContactRecord>;
  byMutableId: Map<string, ContactRecord>;
  deleted: Map<string, DeletedRecord>;
  /** Names of deleted folders that Exchange keeps in a hidden place. */
  ghosts: Set<string>;
  cursors: Map<string, CursorGenerations>;
  calendar: CalendarRecord;
  /** Grows with each change of an item. */
  seq: number;
  /** Makes ids unique. */
  serial: number;
}

/** What a new mailbox is made of. */
export type MailboxIdentity = Pick<
  MailboxRecord,
  | 'id'
  | 'userPrincipalName'
  | 'mail'
  | 'proxyAddresses'
  | 'displayName'
  | 'usageLocation'
  | 'timeZone'
  | 'inactive'
>;

/** A mailbox with its default folder and nothing in it. */
export function createMailbox(identity: MailboxIdentity): MailboxRecord {
  const root = mintId('folder', identity.id, 'root');
  const contactsFolder = createFolder(mintId('folder', identity.id, 'contacts'), 'Contacts', root);
  return {
    ...identity,
    folders: new Map([[contactsFolder.id, contactsFolder]]),
    contactsFolder,
    deletedItemsId: mintId('folder', identity.id, 'deleted items'),
    contacts: new Map(),
    byMutableId: new Map(),
    deleted: new Map(),
    ghosts: new Set(),
    cursors: new Map(),
    calendar: createCalendar(identity.id),
    seq: 0,
    serial: 0,
  };
}

export function createFolder(id: string, displayName: string, parentId: string | undefined): FolderRecord {
  return { id, displayName, parentId, extended: new Map(), contacts: new Map(), journal: new Map() };
}
