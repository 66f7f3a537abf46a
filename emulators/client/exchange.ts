import type { SeedInput, SeedResult } from '../exchange/seed.ts';
import type { ExchangeSettings } from '../exchange/settings.ts';
import type { ContactState, ExchangeState, FolderState } from '../exchange/state.ts';
import { controlRequest, createControlClient } from './control.ts';
import type { ControlClient, ControlRequest } from './control.ts';
import { calendarPeople, mailLog } from './exchange-events.ts';
import type { CalendarPeople, MailLog } from './exchange-events.ts';

export type { ContactState, ExchangeState, FolderState, SeedInput, SeedResult };

/** Graph-shaped properties of a contact, as a person enters them. */
export type ContactInput = Record<string, unknown>;

/** A folder as a list shows it. */
export type FolderSummary = Omit<FolderState, 'contacts'> & { contactCount: number };

/** The control endpoint of an emulated Exchange tenant. */
export interface ExchangeClient extends ControlClient<ExchangeSettings> {
  seed(input: SeedInput): Promise<SeedResult>;
  state(): Promise<ExchangeState>;
  /** Makes the delta cursors of one mailbox, or of all, unknown. */
  purgeCursors(mailbox?: string): Promise<void>;
  people: ExchangePeople;
  mail: MailLog;
}

/**
 * What people do in Outlook. A mailbox is named by id or user principal name, a folder by id, `default` or name, a
 * contact by either form of its id.
 */
export interface ExchangePeople extends CalendarPeople {
  mailboxes(): Promise<
    { id: string; userPrincipalName: string; displayName: string; contactsFolderId: string }[]
  >;
  folders(mailbox: string): Promise<FolderSummary[]>;
  createFolder(mailbox: string, displayName: string, parentFolderId?: string): Promise<FolderState>;
  changeFolder(
    mailbox: string,
    folder: string,
    change: { displayName?: string; parentFolderId?: string },
  ): Promise<FolderState>;
  deleteFolder(mailbox: string, folder: string): Promise<void>;
  /** Deletes every contact of a folder; gives their number. */
  emptyFolder(mailbox: string, folder: string): Promise<number>;
  contacts(mailbox: string, folder: string): Promise<ContactState[]>;
  contact(mailbox: string, contact: string): Promise<ContactState>;
  createContact(mailbox: string, folder: string, contact: ContactInput): Promise<ContactState>;
  editContact(mailbox: string, contact: string, change: ContactInput): Promise<ContactState>;
  deleteContact(mailbox: string, contact: string, permanent?: boolean): Promise<void>;
  copyContact(mailbox: string, contact: string, folder?: string): Promise<ContactState>;
  moveContact(mailbox: string, contact: string, folder: string): Promise<ContactState>;
  /** Gives the person another e-mail address in the directory. */
  changeMail(mailbox: string, mail: string | null): Promise<void>;
  /** Moves the mailbox by export and import: every id is new, cursors and Deleted Items are lost. */
  migrate(mailbox: string): Promise<void>;
  /** Takes a contact back out of Deleted Items. */
  restoreContact(mailbox: string, contact: string, folder?: string): Promise<ContactState>;
}

export function createExchangeClient(url: string): ExchangeClient {
  const request = controlRequest(url);
  return {
    ...createControlClient<ExchangeSettings>(request),
    seed: (input) => request('POST', 'seed', input),
    state: () => request('GET', 'state'),
    purgeCursors: async (mailbox) => void (await request('POST', 'cursors/purge', { mailbox })),
    people: { ...people(request), ...calendarPeople(request) },
    mail: mailLog(request),
  };
}

function people(request: ControlRequest): Omit<ExchangePeople, keyof CalendarPeople> {
  const at = (mailbox: string, ...rest: string[]) =>
    ['people', 'mailboxes', mailbox, ...rest].map(encodeURIComponent).join('/');
  return {
    mailboxes: async () => (await request<{ mailboxes: never[] }>('GET', 'people/mailboxes')).mailboxes,
    folders: async (mailbox) =>
      (await request<{ folders: FolderSummary[] }>('GET', at(mailbox, 'folders'))).folders,
    createFolder: (mailbox, displayName, parentFolderId) =>
      request('POST', at(mailbox, 'folders'), { displayName, parentFolderId }),
    changeFolder: (mailbox, folder, change) => request('PATCH', at(mailbox, 'folders', folder), change),
    deleteFolder: async (mailbox, folder) => void (await request('DELETE', at(mailbox, 'folders', folder))),
    emptyFolder: async (mailbox, folder) =>
      (await request<{ deleted: number }>('POST', at(mailbox, 'folders', folder, 'empty'))).deleted,
    contacts: async (mailbox, folder) =>
      (await request<{ contacts: ContactState[] }>('GET', at(mailbox, 'folders', folder, 'contacts')))
        .contacts,
    contact: (mailbox, contact) => request('GET', at(mailbox, 'contacts', contact)),
    createContact: (mailbox, folder, contact) =>
      request('POST', at(mailbox, 'folders', folder, 'contacts'), contact),
    editContact: (mailbox, contact, change) => request('PATCH', at(mailbox, 'contacts', contact), change),
    deleteContact: async (mailbox, contact, permanent = false) =>
      void (await request('DELETE', `${at(mailbox, 'contacts', contact)}?permanent=${permanent}`)),
    copyContact: (mailbox, contact, folder) =>
      request('POST', at(mailbox, 'contacts', contact, 'copy'), { folderId: folder }),
    moveContact: (mailbox, contact, folder) =>
      request('POST', at(mailbox, 'contacts', contact, 'move'), { folderId: folder }),
    changeMail: async (mailbox, mail) => void (await request('PATCH', at(mailbox), { mail })),
    migrate: async (mailbox) => void (await request('POST', at(mailbox, 'migrate'))),
    restoreContact: (mailbox, contact, folder) =>
      request('POST', at(mailbox, 'contacts', contact, 'restore'), { folderId: folder }),
  };
}
