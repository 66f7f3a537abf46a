import { avatar } from '../shared/avatar.ts';
import { element, icon } from '../shared/element.ts';
import { isFound, nameOf, textAt } from './contact.ts';
import type { Contact } from './contact.ts';
import { folderOf } from './view.ts';
import type { Acts, View } from './view.ts';

/** The contacts of the open folder by name, those that the search finds. */
export function contactList(view: View, acts: Acts): HTMLElement {
  const found = shownContacts(view);
  return element(
    'section',
    { class: 'list', 'aria-label': 'Contacts' },
    element(
      'div',
      { class: 'list-head' },
      element('h1', {}, folderOf(view)?.displayName ?? 'Contacts'),
      element('span', { class: 'count', role: 'status' }, view.loading ? '' : String(found.length)),
      element(
        'button',
        { id: 'new-contact', class: 'button primary', onclick: () => acts.newContact() },
        icon('add'),
        'New',
      ),
    ),
    view.problem ? problem(view.problem) : found.length > 0 ? rows(found, view, acts) : nothing(view),
  );
}

/** The contacts in the order of the list. */
export function shownContacts(view: View): readonly Contact[] {
  return view.contacts
    .filter((contact) => !view.search || isFound(contact, view.search))
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

function rows(contacts: readonly Contact[], view: View, acts: Acts): HTMLElement {
  return element(
    'ul',
    { id: 'rows', class: 'rows', 'data-scrolls': true, onkeydown: walk },
    ...contacts.map((contact) => element('li', {}, row(contact, view, acts))),
  );
}

function row(contact: Contact, view: View, acts: Acts): HTMLElement {
  const name = nameOf(contact);
  const under = [textAt(contact, 'companyName'), textAt(contact, 'emailAddresses[0].address')].filter(
    (text) => text && text !== name,
  );
  return element(
    'button',
    {
      id: `contact-${contact.id}`,
      class: view.fresh.has(contact.id) ? 'row fresh' : 'row',
      'aria-current': contact.id === view.contactId ? 'true' : undefined,
      onclick: () => acts.openContact(contact.id),
    },
    avatar(name),
    element('span', { class: 'row-name', dir: 'auto' }, name),
    element('span', { class: 'row-under' }, under.join(' · ')),
  );
}

/** The arrow keys go from row to row. */
function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const item = document.activeElement?.closest('li');
  const next = event.key === 'ArrowDown' ? item?.nextElementSibling : item?.previousElementSibling;
  if (!next) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
}

function nothing(view: View): HTMLElement {
  if (view.loading) return element('p', { class: 'empty', role: 'status' }, 'Loading contacts …');
  const words = view.search
    ? `Nobody here is called “${view.search}”.`
    : 'This folder is empty. Add a contact or move one here.';
  return element('div', { class: 'empty' }, icon('people', 'icon large'), element('p', {}, words));
}

const problem = (words: string) =>
  element('div', { class: 'empty', role: 'alert' }, icon('warning', 'icon large'), element('p', {}, words));
