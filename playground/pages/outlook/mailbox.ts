import { call } from '../shared/call.ts';
import type { Contact, ContactChange } from './contact.ts';

export interface Mailbox {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** The zone in which its calendar is shown. */
  readonly timeZone: string;
}

export interface Folder {
  readonly id: string;
  readonly displayName: string;
  readonly parentFolderId: string | null;
  readonly isDefault: boolean;
  readonly contactCount: number;
}

type ContactState = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly parentFolderId: string;
};

/** Where people act in mailboxes. */
export const root = '/api/exchange/mailboxes';

/** The mailboxes of the tenant. */
export async function allMailboxes(): Promise<readonly Mailbox[]> {
  return (await call<{ mailboxes: Mailbox[] }>('GET', root)).mailboxes;
}

/** What a person does in one mailbox; each call fails with a `Refusal`. */
export function mailboxOf(mailboxId: string) {
  const path = (...parts: readonly string[]) =>
    [root, ...[mailboxId, ...parts].map(encodeURIComponent)].join('/');
  const contactFrom = (answer: Promise<ContactState>) => answer.then(asContact);
  return {
    folders: async () => (await call<{ folders: Folder[] }>('GET', path('folders'))).folders,
    addFolder: (displayName: string, parentFolderId: string) =>
      call<Folder>('POST', path('folders'), { displayName, parentFolderId }),
    renameFolder: (id: string, displayName: string) => call('PATCH', path('folders', id), { displayName }),
    deleteFolder: (id: string) => call('DELETE', path('folders', id)),
    contacts: async (folderId: string) => {
      const answer = await call<{ contacts: ContactState[] }>('GET', path('folders', folderId, 'contacts'));
      return answer.contacts.map(asContact);
    },
    addContact: (folderId: string, change: ContactChange) =>
      contactFrom(call('POST', path('folders', folderId, 'contacts'), change)),
    editContact: (id: string, change: ContactChange) =>
      contactFrom(call('PATCH', path('contacts', id), change)),
    copyContact: (id: string, folderId: string) =>
      contactFrom(call('POST', path('contacts', id, 'copy'), { folderId })),
    moveContact: (id: string, folderId: string) =>
      contactFrom(call('POST', path('contacts', id, 'move'), { folderId })),
    deleteContact: (id: string) => call('DELETE', path('contacts', id)),
    restoreContact: (id: string, folderId: string) =>
      contactFrom(call('POST', path('contacts', id, 'restore'), { folderId })),
  };
}

export type MailboxActions = ReturnType<typeof mailboxOf>;

function asContact({ id, parentFolderId, ...properties }: ContactState): Contact {
  return { id, folderId: parentFolderId, properties };
}
