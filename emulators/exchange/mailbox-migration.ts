import { mintId } from './ids.ts';
import { migrateCalendar } from './events/migrate-calendar.ts';
import { enter } from './mailbox-contacts.ts';
import type { MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';

/**
 * Moves the mailbox by export and import: everything is there as before, under ids that nobody knows (learn.microsoft.com
 * "Obtain immutable identifiers for Outlook resources" names this as the end of immutable ids); cursors and Deleted
 * Items are lost.
 */
export function migrateMailbox(mailbox: MailboxRecord, moment: Moment): void {
  const folders = [...mailbox.folders.values()];
  const newIds = new Map(folders.map(({ id }) => [id, mintId('folder', mailbox.id, ++mailbox.serial)]));
  for (const index of [
    mailbox.folders,
    mailbox.contacts,
    mailbox.byMutableId,
    mailbox.deleted,
    mailbox.cursors,
  ]) {
    index.clear();
  }
  for (const folder of folders) {
    const contacts = [...folder.contacts.values()];
    folder.id = newIds.get(folder.id) ?? folder.id;
    folder.parentId = folder.parentId && (newIds.get(folder.parentId) ?? folder.parentId);
    folder.contacts.clear();
    folder.journal.clear();
    mailbox.folders.set(folder.id, folder);
    for (const contact of contacts) {
      const serial = ++mailbox.serial;
      contact.folderId = folder.id;
      contact.immutableId = mintId('immutable', mailbox.id, serial);
      contact.mutableId = mintId('mutable', mailbox.id, serial);
      mailbox.contacts.set(contact.immutableId, contact);
      mailbox.byMutableId.set(contact.mutableId, contact);
      enter(mailbox, folder, contact, moment);
    }
  }
  migrateCalendar(mailbox, moment);
}
