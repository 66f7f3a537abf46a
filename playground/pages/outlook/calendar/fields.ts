import { element } from '../../shared/element.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A control below its label. */
export function field(label: string, control: Control, classes = 'field'): HTMLElement {
  return element('label', { class: classes, for: control.id }, element('span', {}, label), control);
}

/** A choice of several. */
export function select(
  name: string,
  chosen: string,
  choices: readonly (readonly [value: string, label: string])[],
): HTMLSelectElement {
  return element(
    'select',
    { id: name, name },
    ...choices.map(([value, label]) => element('option', { value, selected: value === chosen }, label)),
  );
}

/** A yes or no. */
export function check(name: string, label: string, checked: boolean): HTMLElement {
  return element(
    'label',
    { class: 'check' },
    element('input', { id: name, type: 'checkbox', name, checked }),
    element('span', {}, label),
  );
}
