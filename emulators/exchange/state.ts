import { contactView } from './contact-view.ts';
import { calendarState } from './events/event-state.ts';
import type { CalendarState } from './events/event-state.ts';
import type { ContactRecord, FolderRecord, MailboxRecord } from './mailbox.ts';
import type { Tenant } from './tenant.ts';

/** A contact as the dump and people's pages show it: Graph's properties by immutable id, and what Graph hides. */
export interface ContactState {
  /** Immutable id. */
  id: string;
  mutableId: string;
  parentFolderId: string;
  changeKey: string;
  madeBy: 'api' | 'people';
  /** Single-value extended properties by id. */
  extendedProperties: Record<string, string>;
  [property: string]: unknown;
}

export interface FolderState {
  id: string;
  displayName: string;
  parentFolderId: string | null;
  isDefault: boolean;
  contacts: ContactState[];
}

export interface MailboxState extends CalendarState {
  id: string;
  userPrincipalName: string;
  mail: string | null;
  proxyAddresses: string[];
  displayName: string;
  usageLocation: string | null;
  timeZone: string;
  inactive: boolean;
  folders: FolderState[];
  deleted: (ContactState & { deletedAt: string; purged: boolean })[];
}

export interface ExchangeState {
  tenant: { id: string };
  apps: { clientId: string; mailboxes: 'all' | string[]; directory: boolean }[];
  mailboxes: MailboxState[];
}

/** Everything the tenant holds, for an oracle. */
export function dumpState(tenant: Tenant): ExchangeState {
  return {
    tenant: { id: tenant.id },
    apps: [...tenant.apps.values()].map(({ clientId, mailboxes, directory }) => ({
      clientId,
      mailboxes: mailboxes === 'all' ? mailboxes : [...mailboxes],
      directory,
    })),
    mailboxes: [...tenant.mailboxes.values()].map(mailboxState),
  };
}

function mailboxState(mailbox: MailboxRecord): MailboxState {
  return {
    id: mailbox.id,
    userPrincipalName: mailbox.userPrincipalName,
    mail: mailbox.mail,
    proxyAddresses: mailbox.proxyAddresses,
    displayName: mailbox.displayName,
    usageLocation: mailbox.usageLocation,
    timeZone: mailbox.timeZone,
    inactive: mailbox.inactive,
    folders: [...mailbox.folders.values()].map((folder) => ({
      ...folderState(mailbox, folder),
      contacts: [...folder.contacts.values()].map(contactState),
    })),
    deleted: [...mailbox.deleted.values()].map((record) => ({
      ...contactState(record),
      deletedAt: record.deletedAt.toISOString(),
      purged: record.purged,
    })),
    ...calendarState(mailbox),
  };
}

/** A folder without its contacts. */
export function folderState(mailbox: MailboxRecord, folder: FolderRecord): Omit<FolderState, 'contacts'> {
  return {
    id: folder.id,
    displayName: folder.displayName,
    parentFolderId: folder.parentId ?? null,
    isDefault: folder === mailbox.contactsFolder,
  };
}

export function contactState(record: ContactRecord): ContactState {
  const view = contactView(record, { ids: 'immutable' });
  return {
    ...view,
    id: record.immutableId,
    mutableId: record.mutableId,
    parentFolderId: record.folderId,
    changeKey: record.changeKey,
    madeBy: record.madeBy,
    extendedProperties: Object.fromEntries(record.extended),
  };
}
