import type { ExchangeId, ExchangeUserId, FolderId } from '../domain/ids.ts';

/** Paths of one mailbox; ids may hold any character, so each is encoded. The calendar is the default one. */
export function pathsOf(user: ExchangeUserId) {
  const mailbox = `/users/${encodeURIComponent(user)}`;
  const folder = (id: FolderId) => `${mailbox}/contactFolders/${encodeURIComponent(id)}`;
  const event = (id: ExchangeId) => `${mailbox}/events/${encodeURIComponent(id)}`;
  return {
    folders: `${mailbox}/contactFolders`,
    folder,
    childFolders: (id: FolderId) => `${folder(id)}/childFolders`,
    contacts: (id: FolderId) => `${folder(id)}/contacts`,
    delta: (id: FolderId) => `${folder(id)}/contacts/delta`,
    contact: (id: ExchangeId) => `${mailbox}/contacts/${encodeURIComponent(id)}`,
    calendar: `${mailbox}/calendar`,
    events: `${mailbox}/events`,
    event,
    instances: (id: ExchangeId) => `${event(id)}/instances`,
    viewDelta: `${mailbox}/calendarView/delta`,
    settings: `${mailbox}/mailboxSettings`,
  };
}

/** The paths of one mailbox. */
export type Paths = ReturnType<typeof pathsOf>;
