import { askChoice, askText, confirms } from '../shared/ask.ts';
import { attempt, tell } from '../shared/tell.ts';
import { nameOf } from './contact.ts';
import type { Contact } from './contact.ts';
import { shownContacts } from './contact-list.ts';
import { mailboxOf } from './mailbox.ts';
import { contactOf } from './view.ts';
import type { Acts, View } from './view.ts';

interface Page {
  readonly view: View;
  readonly paint: Readonly<Record<'bar' | 'folders' | 'list' | 'pane', () => void>>;
  /** Reads the mailbox at once and paints what changed. */
  readonly look: () => Promise<void>;
}

/** What the person can do on the page, carried out in the emulated mailbox. */
export function createActs({ view, paint, look }: Page): Acts {
  const mailbox = () => mailboxOf(view.mailboxId);

  /** Carries out a change, reads again, and tells what was done. */
  async function change(done: string, action: () => Promise<unknown>): Promise<boolean> {
    const went = await attempt(async () => {
      await action();
      await look();
    });
    if (went) tell(done);
    return went;
  }

  /** Opens another mailbox or folder: with nothing selected, nothing searched and nothing in the form. */
  async function open(what: Partial<View>): Promise<void> {
    Object.assign(view, {
      contacts: [],
      contactId: '',
      search: '',
      editing: 'nothing',
      loading: true,
      ...what,
    });
    paint.bar();
    paint.folders();
    paint.list();
    paint.pane();
    await look();
  }

  function select(contactId: string, editing: View['editing'] = 'nothing'): void {
    Object.assign(view, { contactId, editing });
    paint.list();
    paint.pane();
    document.getElementById(`contact-${contactId}`)?.scrollIntoView({ block: 'nearest' });
  }

  async function ask(
    contact: Contact,
    verb: string,
    act: (folderId: string) => Promise<unknown>,
    done: string,
  ) {
    const choices = view.folders
      .filter(({ id }) => verb === 'Copy' || id !== contact.folderId)
      .map(({ id, displayName }) => ({ value: id, label: displayName }));
    const folderId = await askChoice(
      { title: `${verb} ${nameOf(contact)}`, yes: verb },
      'To folder',
      choices,
    );
    if (folderId === undefined) return;
    const name = choices.find(({ value }) => value === folderId)?.label ?? '';
    if (await change(`${done} to ${name}.`, () => act(folderId))) select(verb === 'Copy' ? contact.id : '');
  }

  return {
    openMailbox: (mailboxId) => void open({ mailboxId, folderId: '', folders: [] }),
    openFolder: (folderId) => void open({ folderId }),
    openContact: (id) => {
      const left = view.contactId;
      select(id);
      if (!id) document.getElementById(`contact-${left}`)?.focus();
    },
    search: (text) => {
      view.search = text;
      paint.list();
    },
    addFolder: async () => {
      const root = view.folders.find(({ isDefault }) => isDefault);
      const name = root && (await askText({ title: 'New folder', yes: 'Create' }, 'Name'));
      if (name) await change(`Folder ${name} created.`, () => mailbox().addFolder(name, root.id));
    },
    renameFolder: async (folder) => {
      const name = await askText(
        { title: `Rename ${folder.displayName}`, yes: 'Rename' },
        'Name',
        folder.displayName,
      );
      if (name) await change(`Folder renamed to ${name}.`, () => mailbox().renameFolder(folder.id, name));
    },
    deleteFolder: async (folder) => {
      const text = `Its ${folder.contactCount} contacts are deleted from Outlook too.`;
      const question = { title: `Delete ${folder.displayName}?`, text, yes: 'Delete', danger: true };
      if (!(await confirms(question))) return;
      await change(`Folder ${folder.displayName} deleted.`, () => mailbox().deleteFolder(folder.id));
    },
    newContact: () => {
      select(view.contactId, 'new');
      document.getElementById('field-givenName')?.focus();
    },
    edit: () => {
      select(view.contactId, 'contact');
      document.getElementById('field-givenName')?.focus();
    },
    stopEditing: () => {
      const opener = view.editing === 'new' ? 'new-contact' : 'edit';
      select(view.contactId);
      document.getElementById(opener)?.focus();
    },
    save: async (contactChange) => {
      const before = view.editing === 'contact' ? contactOf(view) : undefined;
      let saved: Contact | undefined;
      const went = await change('Contact saved.', async () => {
        saved = before
          ? await mailbox().editContact(before.id, contactChange)
          : await mailbox().addContact(view.folderId, contactChange);
      });
      if (went && saved) select(saved.id);
    },
    copy: (contact) =>
      void ask(contact, 'Copy', (folderId) => mailbox().copyContact(contact.id, folderId), 'Copied'),
    move: (contact) =>
      void ask(contact, 'Move', (folderId) => mailbox().moveContact(contact.id, folderId), 'Moved'),
    remove: async (contact) => {
      const shown = shownContacts(view);
      const next = shown[shown.findIndex(({ id }) => id === contact.id) + 1];
      const went = await attempt(async () => {
        await mailbox().deleteContact(contact.id);
        await look();
      });
      if (!went) return;
      select(next?.id ?? '');
      tell(`${nameOf(contact)} deleted.`, 'done', {
        words: 'Undo',
        act: () =>
          void change('Contact restored.', () => mailbox().restoreContact(contact.id, contact.folderId)),
      });
    },
  };
}
