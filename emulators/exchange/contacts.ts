import type { WireAnswer } from '../kernel/wire.ts';
import { queriedContacts, shownContact } from './contact-query.ts';
import { itemId } from './contact-view.ts';
import { contactChange } from './contact-write.ts';
import { refuse } from './errors.ts';
import { folderInPath } from './folders.ts';
import { answer, context, jsonBody, mailboxOf, onlyOptions } from './graph-call.ts';
import type { GraphCall, GraphHandler } from './graph-call.ts';
import { formOf } from './ids.ts';
import { addContact, editContact, removeContact } from './mailbox-contacts.ts';
import type { ContactRecord, DeletedRecord, MailboxRecord } from './mailbox.ts';
import { page } from './paging.ts';

/** `GET …/contacts`: the default folder's, or those of the folder in the path. */
export const listContacts: GraphHandler = (call) => {
  onlyOptions(call, '$top', '$skip', '$select', '$expand', '$filter', '$orderby', '$count');
  const mailbox = mailboxOf(call);
  const folder = folderInPath(call, mailbox);
  const contacts = queriedContacts(call, folder.contacts.values());
  const path =
    call.params.folder === undefined
      ? 'contacts'
      : `contactFolders('${encodeURIComponent(folder.id)}')/contacts`;
  return answer(call, 200, {
    '@odata.context': context(call, path),
    ...(call.query.get('$count') === 'true' ? { '@odata.count': contacts.length } : {}),
    ...page(call, contacts, (contact) => shownContact(call, contact)),
  });
};

/** `POST …/contacts`: 201 with the whole contact; extended properties are not echoed. */
export const createContact: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  const folder = folderInPath(call, mailbox);
  const change = contactChange(jsonBody(call.request), call.moment);
  const record = addContact(mailbox, folder, change, 'api', call.moment);
  const created = single(call, 201, record);
  const location = `${call.base}/users('${encodeURIComponent(call.params.user ?? '')}')/contacts('${encodeURIComponent(itemId(record, call.ids))}')`;
  return { ...created, headers: { ...created.headers, location }, writes: { created: 1 } };
};

/** `GET …/contacts/{id}`. */
export const getContact: GraphHandler = (call) => {
  onlyOptions(call, '$select', '$expand');
  const mailbox = mailboxOf(call);
  const record = contactInPath(call, mailbox) ?? visibleDeleted(call, mailbox);
  if (!record) throw refuse.itemNotFound();
  return single(call, 200, record);
};

/** `PATCH …/contacts/{id}`: 200 with the whole contact. */
export const updateContact: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  const record = contactInPath(call, mailbox);
  if (!record) throw refuse.itemNotFound();
  const change = contactChange(jsonBody(call.request), call.moment);
  checkVersion(call, record);
  editContact(mailbox, record, change, call.moment);
  return { ...single(call, 200, record), writes: { updated: 1 } };
};

/** `DELETE …/contacts/{id}`: to Deleted Items, 204. */
export const deleteContact: GraphHandler = (call) => remove(call, false);

/** `POST …/contacts/{id}/permanentDelete`: past Deleted Items, 204. */
export const purgeContact: GraphHandler = (call) => {
  if (call.request.body === '' && call.request.headers['content-length'] !== '0')
    throw refuse.lengthRequired();
  return remove(call, true);
};

function remove(call: GraphCall, purge: boolean): WireAnswer {
  const mailbox = mailboxOf(call);
  const record = contactInPath(call, mailbox);
  if (!record) {
    const deleted = visibleDeleted(call, mailbox);
    if (!deleted) throw refuse.itemNotFound();
    if (!purge) throw refuse.cannotDelete();
    deleted.purged = true;
    return answer(call, 204);
  }
  checkVersion(call, record);
  removeContact(mailbox, record, call.moment, purge);
  return { ...answer(call, 204), writes: { deleted: 1 } };
}

function single(call: GraphCall, status: number, record: ContactRecord): WireAnswer {
  return answer(call, status, {
    '@odata.context': context(call, 'contacts/$entity'),
    ...shownContact(call, record),
  });
}

/** The contact that the path names, in the folder that the path names. */
function contactInPath(call: GraphCall, mailbox: MailboxRecord): ContactRecord | undefined {
  const id = call.params.contact ?? '';
  const form = formOf(id);
  if (form === undefined || form === 'folder') throw refuse.idMalformed();
  if (form !== call.ids && call.moment.quirks.idForms === 'strict') throw refuse.idMalformed();
  const folder = folderInPath(call, mailbox);
  const record = (form === 'immutable' ? mailbox.contacts : mailbox.byMutableId).get(id);
  return record && (call.params.folder === undefined || record.folderId === folder.id) ? record : undefined;
}

/** A contact in Deleted Items, where only a switch lets the API see it. */
function visibleDeleted(call: GraphCall, mailbox: MailboxRecord): DeletedRecord | undefined {
  if (!call.moment.quirks.deletedItemsVisible) return undefined;
  const record = mailbox.deleted.get(call.params.contact ?? '');
  if (!record || record.purged) return undefined;
  record.folderId = mailbox.deletedItemsId;
  return record;
}

function checkVersion(call: GraphCall, record: ContactRecord): void {
  const expected = call.request.headers['if-match'];
  if (expected === undefined || expected === '*' || !call.moment.quirks.ifMatchOnContacts) return;
  if (expected !== `W/"${record.changeKey}"`) throw refuse.staleVersion();
}
