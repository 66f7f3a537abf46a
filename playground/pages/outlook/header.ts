import { avatar } from '../shared/avatar.ts';
import { element, icon } from '../shared/element.ts';
import { mailboxOfView } from './view.ts';
import type { Acts, View } from './view.ts';

/** The blue bar: product, search, and whose mailbox it is. */
export function header(view: View, acts: Acts): HTMLElement {
  const mailbox = mailboxOfView(view);
  return element(
    'header',
    { class: 'bar' },
    element('span', { class: 'bar-name' }, icon('email'), element('span', {}, 'Outlook')),
    element(
      'label',
      { class: 'bar-search' },
      icon('search'),
      element('span', { class: 'unseen' }, 'Search contacts in this folder'),
      element('input', {
        id: 'search',
        type: 'search',
        placeholder: 'Search this folder',
        value: view.search,
        oninput: (event: InputEvent) => acts.search((event.target as HTMLInputElement).value),
      }),
    ),
    element(
      'label',
      { class: 'bar-person' },
      element('span', { class: 'unseen' }, 'Mailbox'),
      element(
        'select',
        {
          id: 'mailbox',
          onchange: (event: Event) => acts.openMailbox((event.target as HTMLSelectElement).value),
        },
        ...view.mailboxes.map(({ id, displayName }) =>
          element('option', { value: id, selected: id === view.mailboxId }, displayName),
        ),
      ),
      mailbox && avatar(mailbox.displayName, 'avatar small'),
    ),
  );
}
