import { avatar } from '../shared/avatar.ts';
import { element } from '../shared/element.ts';
import { textOf } from './org.ts';
import type { Row } from './org.ts';
import type { Page } from './page.ts';

export interface HeaderParts {
  readonly people: readonly Row[];
  readonly actingAs: string | undefined;
  readonly tab: Page['tab'];
  readonly choose: (userId: string) => void;
}

const tabs: readonly (readonly [tab: Page['tab'], label: string])[] = [
  ['Contact', 'Contacts'],
  ['Account', 'Accounts'],
  ['Event', 'Events'],
  ['Tandem', 'Tandem'],
];

/** The app's bar: its name, its tabs, and who is using it. */
export function header({ people, actingAs, tab, choose }: HeaderParts): HTMLElement {
  const me = people.find(({ Id }) => Id === actingAs);
  return element(
    'header',
    { class: 'app-bar' },
    element('span', { class: 'app-name' }, 'Sales'),
    element(
      'nav',
      { 'aria-label': 'App' },
      ...tabs.map(([name, label]) =>
        element(
          'a',
          { id: `app-${name}`, href: `#/${name}`, 'aria-current': name === tab ? 'page' : undefined },
          label,
        ),
      ),
    ),
    element(
      'label',
      { class: 'app-person' },
      element('span', { class: 'slds-assistive-text' }, 'Use the org as'),
      element(
        'select',
        {
          id: 'person',
          class: 'slds-select',
          onchange: (event: Event) => choose((event.target as HTMLSelectElement).value),
        },
        ...people.map((person) =>
          element('option', { value: person.Id, selected: person.Id === actingAs }, textOf(person, 'Name')),
        ),
      ),
      me && avatar(textOf(me, 'Name'), 'avatar small'),
    ),
  );
}
