import { askChoice } from '../shared/ask.ts';
import { attempt, tell } from '../shared/tell.ts';
import type { Hands } from './acts.ts';
import { shownContacts } from './contact-list.ts';
import { nameOf } from './contact.ts';
import type { Contact, ContactChange } from './contact.ts';
import { contactOf } from './view.ts';
import type { Acts } from './view.ts';

type ContactActs = Pick<
  Acts,
  'openContact' | 'newContact' | 'edit' | 'stopEditing' | 'save' | 'copy' | 'move' | 'remove'
>;

/** What can be done with contacts. */
export function createContactActs({ view, look, mailbox, change, select }: Hands): ContactActs {
  const focus = (id: string) => document.getElementById(id)?.focus();

  async function save(contactChange: ContactChange): Promise<void> {
    const before = view.editing === 'contact' ? contactOf(view) : undefined;
    let saved: Contact | undefined;
    await change('Contact saved.', async () => {
      saved = before
        ? await mailbox().editContact(before.id, contactChange)
        : await mailbox().addContact(view.folderId, contactChange);
    });
    if (saved) select(saved.id);
  }

  async function askFolder(contact: Contact, verb: 'Copy' | 'Move') {
    const choices = view.folders
      .filter(({ id }) => verb === 'Copy' || id !== contact.folderId)
      .map(({ id, displayName }) => ({ value: id, label: displayName }));
    const id = await askChoice({ title: `${verb} ${nameOf(contact)}`, yes: verb }, 'To folder', choices);
    return view.folders.find((folder) => folder.id === id);
  }

  async function copy(contact: Contact): Promise<void> {
    const folder = await askFolder(contact, 'Copy');
    if (folder)
      await change(`Copied to ${folder.displayName}.`, () => mailbox().copyContact(contact.id, folder.id));
  }

  async function move(contact: Contact): Promise<void> {
    const folder = await askFolder(contact, 'Move');
    if (!folder) return;
    const went = await change(`Moved to ${folder.displayName}.`, () =>
      mailbox().moveContact(contact.id, folder.id),
    );
    if (went) select('');
  }

  async function remove(contact: Contact): Promise<void> {
    const shown = shownContacts(view);
    const next = shown[shown.findIndex(({ id }) => id === contact.id) + 1];
    const went = await attempt(async () => {
      await mailbox().deleteContact(contact.id);
      await look();
    });
    if (!went) return;
    select(next?.id ?? '');
    const restore = () => mailbox().restoreContact(contact.id, contact.folderId);
    tell(`${nameOf(contact)} deleted.`, 'done', {
      words: 'Undo',
      act: () => void change('Contact restored.', restore),
    });
  }

  return {
    openContact: (id) => {
      const left = view.contactId;
      select(id);
      if (!id) focus(`contact-${left}`);
    },
    newContact: () => {
      select(view.contactId, 'new');
      focus('field-givenName');
    },
    edit: () => {
      select(view.contactId, 'contact');
      focus('field-givenName');
    },
    stopEditing: () => {
      const opener = view.editing === 'new' ? 'new-contact' : 'edit';
      select(view.contactId);
      focus(opener);
    },
    save: (contactChange) => void save(contactChange),
    copy: (contact) => void copy(contact),
    move: (contact) => void move(contact),
    remove: (contact) => void remove(contact),
  };
}
