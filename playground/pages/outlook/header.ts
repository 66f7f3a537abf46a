import { element, icon } from '../shared/element.ts';
import { bar } from './bar.ts';
import type { Acts, View } from './view.ts';

/** The bar of the contacts, with the search in the open folder. */
export function header(view: View, acts: Acts): HTMLElement {
  const search = element(
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
  );
  const { mailboxes, mailboxId } = view;
  return bar({
    module: 'people',
    mailboxes,
    mailboxId,
    choose: (id) => acts.openMailbox(id),
    middle: search,
  });
}
