import { avatar } from '../shared/avatar.ts';
import { element, icon } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';
import { nameOf, textAt } from './contact.ts';
import type { Contact } from './contact.ts';
import { formGroups } from './fields.ts';
import type { FormField, FormGroup } from './fields.ts';
import type { Acts } from './view.ts';

/** The open contact with everything that is known of it, and what can be done with it. */
export function readingPane(contact: Contact | undefined, acts: Acts): HTMLElement {
  if (!contact) {
    return element(
      'section',
      { class: 'reading', 'aria-label': 'Contact' },
      element(
        'div',
        { class: 'empty' },
        icon('user', 'icon large'),
        element('p', {}, 'Select a contact to read it.'),
      ),
    );
  }
  const name = nameOf(contact);
  const job = [textAt(contact, 'jobTitle'), textAt(contact, 'companyName')].filter(Boolean).join(', ');
  return element(
    'section',
    { id: 'reading', class: 'reading open', 'aria-label': 'Contact', 'data-scrolls': true },
    element(
      'div',
      { class: 'commands', role: 'group', 'aria-label': 'Actions' },
      command('back', 'Back', 'back', () => acts.openContact('')),
      command('edit', 'Edit', 'edit', () => acts.edit()),
      command('move', 'Move', 'move', () => acts.move(contact)),
      command('copy', 'Copy', 'copy', () => acts.copy(contact)),
      command('delete', 'Delete', 'delete', () => acts.remove(contact)),
    ),
    element(
      'div',
      { class: 'person' },
      avatar(name, 'avatar big'),
      element('div', {}, element('h2', { dir: 'auto' }, name), job && element('p', {}, job)),
    ),
    ...formGroups.filter(({ title }) => title !== 'Name').map((group) => known(group, contact)),
  );
}

function command(iconName: string, words: string, id: string, act: () => void): HTMLElement {
  return element('button', { id, class: `command command-${id}`, onclick: act }, icon(iconName), words);
}

function known(group: FormGroup, contact: Contact): Child {
  const lines = group.fields.filter(({ path }) => textAt(contact, path));
  if (lines.length === 0) return undefined;
  return element(
    'div',
    { class: 'known' },
    element('h3', {}, icon(group.icon), group.title),
    element('dl', {}, ...lines.map((field) => line(field, textAt(contact, field.path)))),
  );
}

function line({ label, type }: FormField, text: string): HTMLElement {
  const shown =
    type === 'email'
      ? element('a', { href: `mailto:${text}` }, text)
      : type === 'tel'
        ? element('a', { href: `tel:${text}` }, text)
        : text;
  return element('div', {}, element('dt', {}, label), element('dd', { dir: 'auto' }, shown));
}
