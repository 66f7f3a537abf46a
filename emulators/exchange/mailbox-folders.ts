import { mintId } from './ids.ts';
import { removeContact } from './mailbox-contacts.ts';
import { createFolder } from './mailbox.ts';
import type { FolderRecord, MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';

/** Adds a folder, even beside one of the same name: only the API minds. */
export function addFolder(mailbox: MailboxRecord, displayName: string, parentId: string): FolderRecord {
  const folder = createFolder(mintId('folder', mailbox.id, ++mailbox.serial), displayName, parentId);
  mailbox.folders.set(folder.id, folder);
  return folder;
}

export function foldersUnder(mailbox: MailboxRecord, parentId: string): FolderRecord[] {
  return [...mailbox.folders.values()].filter((folder) => folder.parentId === parentId);
}

/** The folder of that name under a parent, letter case ignored. */
export function folderNamed(
  mailbox: MailboxRecord,
  displayName: string,
  parentId: string,
): FolderRecord | undefined {
  const name = displayName.toLowerCase();
  return foldersUnder(mailbox, parentId).find((folder) => folder.displayName.toLowerCase() === name);
}

/** Deletes a folder with all that is in it; its name lives on as a ghost. */
export function removeFolder(mailbox: MailboxRecord, folder: FolderRecord, moment: Moment): void {
  for (const child of foldersUnder(mailbox, folder.id)) removeFolder(mailbox, child, moment);
  emptyFolder(mailbox, folder, moment);
  mailbox.folders.delete(folder.id);
  mailbox.ghosts.add(folder.displayName.toLowerCase());
}

/** Deletes every contact of a folder. */
export function emptyFolder(mailbox: MailboxRecord, folder: FolderRecord, moment: Moment): number {
  const contacts = [...folder.contacts.values()];
  for (const contact of contacts) removeContact(mailbox, contact, moment);
  return contacts.length;
}

/** Whether `folder` is `other` or stands somewhere under it. */
export function isWithin(mailbox: MailboxRecord, folder: FolderRecord, other: FolderRecord): boolean {
  if (folder.id === other.id) return true;
  const parent = folder.parentId === undefined ? undefined : mailbox.folders.get(folder.parentId);
  return parent !== undefined && isWithin(mailbox, parent, other);
}
