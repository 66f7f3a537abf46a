import type { ExchangeId, ExchangeUserId, FolderId } from '../domain/ids.ts';

/** Paths of one mailbox; ids may hold any character, so each is encoded. */
export function pathsOf(user: ExchangeUserId) {
  const mailbox = `/users/${encodeURIComponent(user)}`;
  const folder = (id: FolderId) => `${mailbox}/contactFolders/${encodeURIComponent(id)}`;
  return {
    folders: `${mailbox}/contactFolders`,
    folder,
    childFolders: (id: FolderId) => `${folder(id)}/childFolders`,
    contacts: (id: FolderId) => `${folder(id)}/contacts`,
    delta: (id: FolderId) => `${folder(id)}/contacts/delta`,
    contact: (id: ExchangeId) => `${mailbox}/contacts/${encodeURIComponent(id)}`,
  };
}

/** The paths of one mailbox. */
export type Paths = ReturnType<typeof pathsOf>;
