import type { Server } from 'node:http';
import { createExchangeClient } from '../../../emulators/client/exchange.ts';
import { createExchange } from '../../../emulators/exchange/exchange.ts';
import type { CalendarPeople, MailLog } from '../../../emulators/client/exchange-events.ts';
import type { ExchangeContact } from '../oracle/snapshot.ts';
import { createControl } from './control.ts';
import type { Control } from './control.ts';

/** The folder that syncs. */
export const SYNC_FOLDER = 'Salesforce_Sync';

type Properties = Record<string, unknown>;

/** The emulated tenant, as an admin, people in Outlook and the oracle see it. */
export interface ExchangeTenant extends Control {
  url: string;
  /** The HTTP server, for tests that stand between it and the bridge. */
  server: Server;
  close(): Promise<void>;
  registerApp(tenantId: string, clientId: string, certificate: string): Promise<void>;
  /** Adds a mailbox, whose address is what it signs in with unless told; its object id in the directory. */
  addMailbox(email: string, mail?: string): Promise<string>;
  /** Sets the zone that Outlook names in the mailbox's settings. */
  setsZone(email: string, timeZone: string): Promise<void>;
  /** Gives the person of that id another address in the directory. */
  changeMail(id: string, mail: string): Promise<void>;
  /** Adds a folder under the default one, whatever others are called; its id. */
  addFolder(email: string, name: string): Promise<string>;
  renameFolder(email: string, folder: string, name: string): Promise<void>;
  deleteFolder(email: string, folder: string): Promise<void>;
  /** Adds contacts to a folder of that name, which is made when it is missing; the ids in the same order. */
  addContacts(email: string, folder: string, contacts: readonly Properties[]): Promise<string[]>;
  /** Adds an event as it came from elsewhere, with what Exchange lets nobody write, such as a zone that it does not know; its id. */
  addEvent(email: string, event: Properties): Promise<string>;
  /** Adds a contact to the folder of that id. */
  addContact(email: string, folderId: string, contact: Properties): Promise<string>;
  changeContact(email: string, id: string, changes: Properties): Promise<void>;
  deleteContact(email: string, id: string): Promise<void>;
  moveContact(email: string, id: string, folder: string): Promise<void>;
  /** Copies a contact within its folder, as Outlook does, with all that others hid in it; the copy's id. */
  copyContact(email: string, id: string): Promise<string>;
  /** Moves the mailbox to another server: everything is there under new ids; the new one of each contact. */
  moveMailbox(email: string): Promise<ReadonlyMap<string, string>>;
  /** Takes a deleted contact back out of Deleted Items into the folder. */
  restoreContact(email: string, id: string, folder: string): Promise<void>;
  /** Gives so many contacts at most in a page of a delta round. */
  deltaPages(most: number): Promise<void>;
  /** Forgets every delta cursor, as the service does after some generations. */
  purgeCursors(): Promise<void>;
  /** What people do with their calendars. */
  calendars: CalendarPeople;
  /** What Exchange mailed. */
  mail: MailLog;
  /** Every contact of the mailbox that is not deleted. */
  contacts(email: string): Promise<ExchangeContact[]>;
}

export async function startExchange(): Promise<ExchangeTenant> {
  const server = await createExchange();
  const client = createExchangeClient(server.url);
  const { people } = client;
  const contactIds = async (email: string) => {
    const { mailboxes } = await client.state();
    const folders = mailboxes.find(({ userPrincipalName }) => userPrincipalName === email)?.folders ?? [];
    return folders.flatMap(({ contacts }) => contacts.map(({ id }) => id));
  };
  return {
    ...createControl(client),
    url: server.url,
    server: server.app.server,
    close: () => server.close(),
    registerApp: async (id, clientId, certificatePem) => {
      await client.seed({ tenant: { id }, apps: [{ clientId, certificatePem }] });
    },
    addMailbox: async (userPrincipalName, mail = userPrincipalName) => {
      const { mailboxes } = await client.seed({ mailboxes: [{ userPrincipalName, mail }] });
      return mailboxes[0]?.id as string;
    },
    setsZone: async (userPrincipalName, timeZone) =>
      void (await client.seed({ mailboxes: [{ userPrincipalName, timeZone }] })),
    changeMail: (id, mail) => people.changeMail(id, mail),
    addFolder: async (email, name) => (await people.createFolder(email, name)).id,
    renameFolder: async (email, folder, displayName) =>
      void (await people.changeFolder(email, folder, { displayName })),
    deleteFolder: (email, folder) => people.deleteFolder(email, folder),
    addContacts: async (userPrincipalName, displayName, contacts) => {
      const folders = [{ displayName, contacts: [...contacts] }];
      const { mailboxes } = await client.seed({ mailboxes: [{ userPrincipalName, folders }] });
      return mailboxes[0]?.folders[0]?.contacts as string[];
    },
    addEvent: async (userPrincipalName, event) => {
      const { mailboxes } = await client.seed({ mailboxes: [{ userPrincipalName, events: [event] }] });
      return mailboxes[0]?.events[0] as string;
    },
    addContact: async (email, folderId, contact) => (await people.createContact(email, folderId, contact)).id,
    changeContact: async (email, id, changes) => void (await people.editContact(email, id, changes)),
    deleteContact: (email, id) => people.deleteContact(email, id),
    moveContact: async (email, id, folder) => void (await people.moveContact(email, id, folder)),
    copyContact: async (email, id) => (await people.copyContact(email, id)).id,
    restoreContact: async (email, id, folder) => void (await people.restoreContact(email, id, folder)),
    deltaPages: async (deltaPageMax) => void (await client.settings.change({ limits: { deltaPageMax } })),
    moveMailbox: async (email) => {
      const before = await contactIds(email);
      await people.migrate(email);
      const after = await contactIds(email);
      return new Map(before.map((id, index) => [id, after[index] ?? id]));
    },
    purgeCursors: () => client.purgeCursors(),
    calendars: people,
    mail: client.mail,
    contacts: async (email) => {
      const { mailboxes } = await client.state();
      const folders = mailboxes.find(({ userPrincipalName }) => userPrincipalName === email)?.folders ?? [];
      return folders.flatMap(({ displayName, contacts }) =>
        contacts.map(({ id, changeKey, ...properties }) => ({
          id,
          changeKey,
          inSyncFolder: displayName === SYNC_FOLDER,
          properties,
        })),
      );
    },
  };
}
