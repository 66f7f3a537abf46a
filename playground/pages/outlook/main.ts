import { freshness } from '../shared/fresh.ts';
import { refreshEvery } from '../shared/refresh.ts';
import { repaint } from '../shared/repaint.ts';
import { createActs } from './acts.ts';
import { wishedMailbox } from './bar.ts';
import { contactForm } from './contact-form.ts';
import { contactList } from './contact-list.ts';
import { textAt } from './contact.ts';
import { folderPane } from './folder-pane.ts';
import { header } from './header.ts';
import { allMailboxes, mailboxOf } from './mailbox.ts';
import { readingPane } from './reading-pane.ts';
import { contactOf } from './view.ts';
import type { View } from './view.ts';

/** The Outlook page: mailboxes, folders and contacts of the emulated tenant, looked at again every few seconds. */
const refreshSeconds = 2;
const place = (id: string) => document.getElementById(id) as HTMLElement;
const view: View = {
  mailboxes: [],
  mailboxId: '',
  folders: [],
  folderId: '',
  contacts: [],
  contactId: '',
  search: '',
  editing: 'nothing',
  loading: true,
  problem: '',
  fresh: new Set(),
};
const { see, fresh } = freshness();

const paint = {
  bar: () => repaint(place('bar'), header(view, acts)),
  folders: () => repaint(place('folders'), folderPane(view, acts)),
  list: () => repaint(place('list'), contactList(view, acts)),
  pane: () => {
    const contact = contactOf(view);
    const editing = view.editing === 'new' || (view.editing === 'contact' && contact);
    repaint(
      place('pane'),
      editing ? contactForm(view.editing === 'new' ? undefined : contact, acts) : readingPane(contact, acts),
    );
    document.body.classList.toggle('reading-open', Boolean(editing || contact));
  },
};
const acts = createActs({ view, paint, look: () => lookAgain() });

async function look(): Promise<void> {
  const before = picture();
  try {
    await read();
    view.problem = '';
  } catch (error) {
    view.problem = error instanceof Error ? error.message : String(error);
  }
  view.loading = false;
  if (picture() === before) return;
  paint.folders();
  paint.list();
  if (view.editing === 'nothing') paint.pane();
}

async function read(): Promise<void> {
  if (view.mailboxes.length === 0) {
    view.mailboxes = await allMailboxes();
    view.mailboxId = wishedMailbox(view.mailboxes)?.id ?? '';
    paint.bar();
  }
  const { mailboxId } = view;
  const mailbox = mailboxOf(mailboxId);
  const folders = await mailbox.folders();
  const open = folders.find(({ id }) => id === view.folderId) ?? firstFolder(folders);
  const contacts = open ? await mailbox.contacts(open.id) : [];
  if (mailboxId !== view.mailboxId) return;
  Object.assign(view, { folders, folderId: open?.id ?? '', contacts });
  see(view.folderId, new Map(contacts.map((contact) => [contact.id, textAt(contact, 'changeKey')])));
  view.fresh = fresh();
  if (!contactOf(view) && view.editing === 'contact') view.editing = 'nothing';
}

/** The folder that is synced, since that is what people come to see; else the first. */
const firstFolder = (folders: View['folders']) =>
  folders.find(({ displayName }) => displayName === 'Salesforce_Sync') ?? folders[0];

/** What the refreshed parts of the page depend on. */
const picture = () =>
  JSON.stringify([view.folders, view.folderId, view.contacts, view.loading, view.problem, [...view.fresh]]);

paint.bar();
paint.folders();
paint.list();
paint.pane();
const lookAgain = refreshEvery(refreshSeconds, look);
