import type { WireAnswer } from '../kernel/wire.ts';
import { shownExtended } from './contact-query.ts';
import { refuse } from './errors.ts';
import { applyExtended, extendedChanges } from './extended-properties.ts';
import { answer, context, jsonBody, mailboxOf, onlyOptions } from './graph-call.ts';
import type { GraphCall, GraphHandler } from './graph-call.ts';
import { formOf } from './ids.ts';
import { addFolder, folderNamed, foldersUnder, removeFolder } from './mailbox-folders.ts';
import type { FolderRecord, MailboxRecord } from './mailbox.ts';
import { fits, parseFilter } from './odata-filter.ts';
import { page } from './paging.ts';

/** The folder in the path; the default one when the path names none. */
export function folderInPath(call: GraphCall, mailbox: MailboxRecord): FolderRecord {
  const id = call.params.folder;
  if (id === undefined) return mailbox.contactsFolder;
  if (formOf(id) !== 'folder') throw refuse.idMalformed();
  const folder = mailbox.folders.get(id);
  if (!folder) throw refuse.itemNotFound();
  return folder;
}

/** `GET …/contactFolders`: what stands directly under the default folder, which is not listed itself. */
export const listFolders: GraphHandler = (call) =>
  list(call, mailboxOf(call).contactsFolder, 'contactFolders');

/** `GET …/contactFolders/{id}/childFolders`. */
export const listChildFolders: GraphHandler = (call) => {
  const folder = folderInPath(call, mailboxOf(call));
  return list(call, folder, `contactFolders('${encodeURIComponent(folder.id)}')/childFolders`);
};

function list(call: GraphCall, parent: FolderRecord, path: string): WireAnswer {
  onlyOptions(call, '$top', '$skip', '$select', '$filter', '$count');
  const source = call.query.get('$filter');
  const filter = source === null ? undefined : parseFilter(source);
  const value = (folder: FolderRecord, property: string) =>
    property === 'displayName' ? folder.displayName : undefined;
  const folders = foldersUnder(mailboxOf(call), parent.id).filter(
    (folder) => !filter || fits(filter, folder, { value }),
  );
  return answer(call, 200, {
    '@odata.context': context(call, path),
    ...page(call, folders, (folder) => shown(call, folder)),
  });
}

/** `POST …/contactFolders` and `…/{id}/childFolders`: 201. */
export const createFolder: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  const body = jsonBody(call.request);
  const displayName = folderName(body);
  const extended = extendedChanges(body.singleValueExtendedProperties ?? []);
  const named =
    typeof body.parentFolderId === 'string' ? { ...call.params, folder: body.parentFolderId } : call.params;
  const parent = folderInPath({ ...call, params: named }, mailbox);
  refuseDouble(call, mailbox, displayName, parent.id);
  const folder = addFolder(mailbox, displayName, parent.id);
  applyExtended(folder.extended, extended);
  return single(call, 201, folder);
};

/** `GET …/contactFolders/{id}`, with extended properties when they are expanded. */
export const getFolder: GraphHandler = (call) => {
  onlyOptions(call, '$select', '$expand');
  return single(call, 200, folderInPath(call, mailboxOf(call)));
};

/** `PATCH …/contactFolders/{id}`: a new name, extended properties; the API cannot move a contact folder. */
export const updateFolder: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  const folder = folderInPath(call, mailbox);
  const body = jsonBody(call.request);
  if (body.parentFolderId !== undefined && body.parentFolderId !== folder.parentId) {
    throw refuse.badRequest('The parent of a contact folder cannot be changed.');
  }
  const { singleValueExtendedProperties } = body;
  const displayName =
    singleValueExtendedProperties !== undefined && body.displayName === undefined
      ? folder.displayName
      : folderName(body);
  const extended = extendedChanges(singleValueExtendedProperties ?? []);
  if (folder.parentId !== undefined && displayName !== folder.displayName) {
    refuseDouble(call, mailbox, displayName, folder.parentId, folder);
  }
  folder.displayName = displayName;
  applyExtended(folder.extended, extended);
  return single(call, 200, folder);
};

/** `DELETE …/contactFolders/{id}`: 204; the default folder stays. */
export const deleteFolder: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  const folder = folderInPath(call, mailbox);
  if (folder === mailbox.contactsFolder) throw refuse.cannotDelete();
  if (call.moment.quirks.folderGhosts && mailbox.ghosts.has(folder.displayName.toLowerCase()))
    throw refuse.folderExists();
  removeFolder(mailbox, folder, call.moment);
  return answer(call, 204);
};

function folderName(body: Record<string, unknown>): string {
  const unknown = Object.keys(body).find(
    (name) =>
      !['displayName', 'parentFolderId', 'id', 'singleValueExtendedProperties'].includes(name) &&
      !name.includes('@'),
  );
  if (unknown !== undefined)
    throw refuse.badRequest(
      `The property '${unknown}' does not exist on type 'microsoft.graph.contactFolder'.`,
    );
  if (typeof body.displayName !== 'string' || body.displayName === '') {
    throw refuse.badRequest('The displayName of a contact folder is required.');
  }
  return body.displayName;
}

function refuseDouble(
  call: GraphCall,
  mailbox: MailboxRecord,
  displayName: string,
  parentId: string,
  self?: FolderRecord,
): void {
  const double = folderNamed(mailbox, displayName, parentId);
  if (double && double !== self && call.moment.quirks.folderExists === 'refuse') throw refuse.folderExists();
}

function single(call: GraphCall, status: number, folder: FolderRecord): WireAnswer {
  return answer(call, status, {
    '@odata.context': context(call, 'contactFolders/$entity'),
    ...shown(call, folder),
    ...shownExtended(call, folder, `contactFolders('${encodeURIComponent(folder.id)}')`),
  });
}

function shown(call: GraphCall, folder: FolderRecord): Record<string, unknown> {
  const all = { id: folder.id, parentFolderId: folder.parentId, displayName: folder.displayName };
  const select = call.query.get('$select');
  if (select === null) return all;
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in all));
  if (unknown !== undefined) throw refuse.unknownProperty(unknown, 'microsoft.graph.contactFolder');
  return Object.fromEntries(Object.entries(all).filter(([name]) => name === 'id' || names.includes(name)));
}
