import { element, icon } from '../shared/element.ts';
import { changeTo, nameOf, textAt } from './contact.ts';
import type { Contact } from './contact.ts';
import { formGroups } from './fields.ts';
import type { FormField } from './fields.ts';
import type { Acts } from './view.ts';

/** The form for a new contact, or for one that is there. It is left alone by refreshes while the person types. */
export function contactForm(contact: Contact | undefined, acts: Acts): HTMLElement {
  const form = element('form', {
    class: 'reading open form',
    'aria-label': contact ? 'Edit contact' : 'New contact',
    onsubmit: (event: SubmitEvent) => {
      event.preventDefault();
      const texts = Object.fromEntries([...new FormData(form)].map(([path, text]) => [path, text as string]));
      acts.save(changeTo(texts, contact));
    },
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') acts.stopEditing();
    },
  });
  form.append(
    element(
      'div',
      { class: 'form-head' },
      element('h2', { dir: 'auto' }, contact ? nameOf(contact) : 'New contact'),
      element('button', { type: 'button', class: 'button', onclick: () => acts.stopEditing() }, 'Cancel'),
      element('button', { class: 'button primary' }, icon('check'), 'Save'),
    ),
    ...formGroups.map((group) =>
      element(
        'fieldset',
        { class: group.fields.length === 5 && group.title.endsWith('address') ? 'address' : '' },
        element('legend', {}, icon(group.icon), group.title),
        ...group.fields.map((field) => input(field, contact ? textAt(contact, field.path) : '')),
      ),
    ),
  );
  return form;
}

function input({ path, label, type = 'text' }: FormField, value: string): HTMLElement {
  const attributes = { id: `field-${path}`, name: path, autocomplete: 'off', dir: 'auto' };
  const field =
    type === 'notes'
      ? element('textarea', { ...attributes, rows: 4 }, value)
      : element('input', {
          ...attributes,
          type: type === 'email' ? 'text' : type,
          inputmode: type === 'email' ? 'email' : undefined,
          value,
        });
  return element(
    'label',
    { class: type === 'notes' ? 'field wide' : 'field', for: attributes.id },
    element('span', {}, label),
    field,
  );
}
