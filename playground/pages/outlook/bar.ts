import { avatar } from '../shared/avatar.ts';
import { element, icon } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';
import type { Mailbox } from './mailbox.ts';

type Module = 'people' | 'calendar' | 'mail';

export interface BarParts {
  readonly module: Module;
  /** Whose mailbox can be opened; nobody's on the page of the outgoing mail. */
  readonly mailboxes?: readonly Mailbox[];
  readonly mailboxId?: string;
  readonly choose?: (mailboxId: string) => void;
  /** What stands in the middle. */
  readonly middle?: Child;
}

const modules: readonly (readonly [Module, path: string, icon: string, label: string])[] = [
  ['people', '/outlook', 'people', 'People'],
  ['calendar', '/outlook/calendar', 'event', 'Calendar'],
  ['mail', '/outlook/mail', 'email', 'Outgoing mail'],
];

/** The blue bar: the product, its parts, and whose mailbox it is. */
export function bar({ module, mailboxes = [], mailboxId, choose, middle }: BarParts): HTMLElement {
  const mailbox = mailboxes.find(({ id }) => id === mailboxId);
  const wished = mailbox ? `?mailbox=${encodeURIComponent(mailbox.userPrincipalName)}` : location.search;
  return element(
    'header',
    { class: 'bar' },
    element('span', { class: 'bar-name' }, 'Outlook'),
    element(
      'nav',
      { class: 'bar-parts', 'aria-label': 'Outlook' },
      ...modules.map(([name, path, iconName, label]) =>
        element(
          'a',
          {
            id: `part-${name}`,
            href: `${path}${wished}`,
            title: label,
            'aria-current': name === module ? 'page' : undefined,
          },
          icon(iconName),
          element('span', {}, label),
        ),
      ),
    ),
    middle,
    mailboxes.length > 0 &&
      element(
        'label',
        { class: 'bar-person' },
        element('span', { class: 'unseen' }, 'Mailbox'),
        element(
          'select',
          {
            id: 'mailbox',
            onchange: (event: Event) => choose?.((event.target as HTMLSelectElement).value),
          },
          ...mailboxes.map(({ id, displayName }) =>
            element('option', { value: id, selected: id === mailboxId }, displayName),
          ),
        ),
        mailbox && avatar(mailbox.displayName, 'avatar small'),
      ),
  );
}

/** The mailbox that the address names, else the first one. */
export function wishedMailbox(mailboxes: readonly Mailbox[]): Mailbox | undefined {
  const wished = new URLSearchParams(location.search).get('mailbox');
  return mailboxes.find(({ userPrincipalName }) => userPrincipalName === wished) ?? mailboxes[0];
}
