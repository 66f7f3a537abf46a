import type { Contact, ContactChange } from './contact.ts';
import type { Folder, Mailbox } from './mailbox.ts';

/** What the page shows now. */
export interface View {
  mailboxes: readonly Mailbox[];
  mailboxId: string;
  folders: readonly Folder[];
  folderId: string;
  contacts: readonly Contact[];
  contactId: string;
  search: string;
  /** Whether the form is open, and for what. */
  editing: 'nothing' | 'new' | 'contact';
  loading: boolean;
  /** Why nothing can be shown, in words for people. */
  problem: string;
  /** Ids of contacts that changed a moment ago. */
  fresh: ReadonlySet<string>;
}

/** What the person can do on the page. */
export interface Acts {
  openMailbox(id: string): void;
  openFolder(id: string): void;
  openContact(id: string): void;
  search(text: string): void;
  addFolder(): void;
  renameFolder(folder: Folder): void;
  deleteFolder(folder: Folder): void;
  newContact(): void;
  edit(): void;
  stopEditing(): void;
  save(change: ContactChange): void;
  copy(contact: Contact): void;
  move(contact: Contact): void;
  remove(contact: Contact): void;
}

export const folderOf = (view: View) => view.folders.find(({ id }) => id === view.folderId);
export const contactOf = (view: View) => view.contacts.find(({ id }) => id === view.contactId);
