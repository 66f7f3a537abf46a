import { changeKey } from './change-key.ts';
import { changedValues } from './contact-write.ts';
import type { ContactChange } from './contact-write.ts';
import { mintId } from './ids.ts';
import type { ContactRecord, FolderRecord, MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';

/** Adds a contact to a folder. */
export function addContact(
  mailbox: MailboxRecord,
  folder: FolderRecord,
  change: ContactChange,
  madeBy: ContactRecord['madeBy'],
  moment: Moment,
): ContactRecord {
  const serial = ++mailbox.serial;
  const record: ContactRecord = {
    immutableId: mintId('immutable', mailbox.id, serial),
    mutableId: mintId('mutable', mailbox.id, serial),
    folderId: folder.id,
    changeKey: '',
    createdAt: moment.now,
    modifiedAt: moment.now,
    madeBy,
    values: changedValues(undefined, change, moment),
    extended: new Map(),
    drifts: madeBy === 'api' && moment.quirks.changeKeyDrift,
  };
  setExtended(record, change);
  mailbox.contacts.set(record.immutableId, record);
  mailbox.byMutableId.set(record.mutableId, record);
  enter(mailbox, folder, record, moment);
  return record;
}

/** Changes a contact; its change key moves even when no value differs. */
export function editContact(
  mailbox: MailboxRecord,
  record: ContactRecord,
  change: ContactChange,
  moment: Moment,
): void {
  record.values = changedValues(record.values, change, moment);
  setExtended(record, change);
  record.modifiedAt = moment.now;
  touchContact(mailbox, record);
}

/** Gives a contact a new change key, so that it shows in the delta of its folder. */
export function touchContact(mailbox: MailboxRecord, record: ContactRecord): void {
  const folder = mailbox.folders.get(record.folderId);
  const seq = ++mailbox.seq;
  record.changeKey = changeKey(mailbox, seq);
  if (folder) note(folder, record, { seq, gone: false });
}

const DRIFT_SECONDS = 3;

/** Moves the change keys of fresh items once more, seconds after they were created by the API. */
export function driftChangeKeys(mailbox: MailboxRecord, now: Date): void {
  for (const record of mailbox.contacts.values()) {
    if (!record.drifts || now.getTime() - record.createdAt.getTime() < DRIFT_SECONDS * 1000) continue;
    record.drifts = false;
    touchContact(mailbox, record);
  }
}

/** A copy in another folder: new ids, the same values and extended properties, as Outlook makes it. */
export function copyContact(
  mailbox: MailboxRecord,
  record: ContactRecord,
  folder: FolderRecord,
  moment: Moment,
): ContactRecord {
  const copy = addContact(mailbox, folder, { values: {}, extended: [] }, record.madeBy, moment);
  copy.values = structuredClone(record.values);
  copy.extended = new Map(record.extended);
  return copy;
}

/** Moves a contact: the immutable id stays, the mutable id and the change key are new. */
export function moveContact(
  mailbox: MailboxRecord,
  record: ContactRecord,
  folder: FolderRecord,
  moment: Moment,
): void {
  if (record.folderId === folder.id) return;
  leave(mailbox, record, moment);
  mailbox.byMutableId.delete(record.mutableId);
  record.mutableId = mintId('mutable', mailbox.id, ++mailbox.serial);
  record.folderId = folder.id;
  record.modifiedAt = moment.now;
  mailbox.byMutableId.set(record.mutableId, record);
  enter(mailbox, folder, record, moment);
}

/** Deletes a contact to Deleted Items, or for good. */
export function removeContact(
  mailbox: MailboxRecord,
  record: ContactRecord,
  moment: Moment,
  purged = false,
): void {
  leave(mailbox, record, moment);
  mailbox.contacts.delete(record.immutableId);
  mailbox.byMutableId.delete(record.mutableId);
  mailbox.deleted.set(record.immutableId, { ...record, deletedAt: moment.now, purged });
}

/** Takes a contact back out of Deleted Items; its immutable id is the old one. Nothing when it is not there. */
export function restoreContact(
  mailbox: MailboxRecord,
  immutableId: string,
  folder: FolderRecord,
  moment: Moment,
): ContactRecord | undefined {
  const deleted = mailbox.deleted.get(immutableId);
  if (!deleted || deleted.purged) return undefined;
  mailbox.deleted.delete(immutableId);
  const { deletedAt: _at, purged: _purged, ...record } = deleted;
  const restored = {
    ...record,
    folderId: folder.id,
    mutableId: mintId('mutable', mailbox.id, ++mailbox.serial),
  };
  mailbox.contacts.set(immutableId, restored);
  mailbox.byMutableId.set(restored.mutableId, restored);
  enter(mailbox, folder, restored, moment);
  return restored;
}

/** Lets a contact appear in a folder, with a new change key and a line in the folder's journal. */
export function enter(
  mailbox: MailboxRecord,
  folder: FolderRecord,
  record: ContactRecord,
  { quirks }: Moment,
): void {
  const seq = ++mailbox.seq;
  record.changeKey = changeKey(mailbox, seq);
  folder.contacts.set(record.immutableId, record);
  if (quirks.movedBackIsLost && folder.journal.get(record.immutableId)?.gone) return;
  note(folder, record, { seq, gone: false });
}

function leave(mailbox: MailboxRecord, record: ContactRecord, { quirks }: Moment): void {
  const folder = mailbox.folders.get(record.folderId);
  if (!folder) return;
  folder.contacts.delete(record.immutableId);
  if (quirks.lastDeleteSilent && folder.contacts.size === 0) folder.journal.delete(record.immutableId);
  else note(folder, record, { seq: ++mailbox.seq, gone: true });
}

/** Puts the line last, which keeps the journal in the order of change. */
function note(folder: FolderRecord, record: ContactRecord, line: { seq: number; gone: boolean }): void {
  folder.journal.delete(record.immutableId);
  folder.journal.set(record.immutableId, { ...line, mutableId: record.mutableId });
}

function setExtended(record: ContactRecord, change: ContactChange): void {
  for (const { id, value } of change.extended) {
    if (value === null) record.extended.delete(id);
    else record.extended.set(id, value);
  }
}
