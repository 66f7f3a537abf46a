import { element } from '../shared/element.ts';
import { fieldsOf } from './fields.ts';
import type { Field, RecordObject } from './fields.ts';
import { actingUser, createRecord, query, textOf, updateRecord } from './org.ts';
import type { Row } from './org.ts';
import type { Frame } from './page.ts';
import { button } from './parts.ts';
import { tell } from '../shared/tell.ts';

/** What the pickers of the form offer. */
interface Choices {
  readonly owners: readonly Row[];
  readonly accounts: readonly Row[];
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Opens the form for a new record, or for one that is there; what the org refuses is shown in the form. */
export async function openForm(object: RecordObject, row: Row | undefined, frame: Frame): Promise<void> {
  const opener = document.activeElement?.id;
  const [owners, accounts] = await Promise.all([
    query('SELECT Id, Name FROM User WHERE IsActive = true ORDER BY Name'),
    query('SELECT Id, Name, BillingCity FROM Account ORDER BY Name'),
  ]);
  const choices = { owners, accounts };
  const title = row ? `Edit ${textOf(row, object.title)}` : `New ${object.label}`;
  const problem = element('div', { class: 'form-problem', role: 'alert' });
  const form = element(
    'form',
    { class: 'slds-modal__content slds-p-around_medium', id: 'record-form' },
    problem,
  );
  const save = element('button', { class: 'slds-button slds-button_brand', form: 'record-form' }, 'Save');
  const dialog = element(
    'dialog',
    { class: 'record-dialog', 'aria-labelledby': 'form-title' },
    element(
      'header',
      { class: 'slds-modal__header' },
      element(
        'h2',
        { id: 'form-title', class: 'slds-modal__title slds-text-heading_medium', dir: 'auto' },
        title,
      ),
    ),
    form,
    element(
      'footer',
      { class: 'slds-modal__footer' },
      button('Cancel', () => dialog.close()),
      save,
    ),
  );
  for (const section of object.sections) {
    form.append(
      element(
        'fieldset',
        { class: 'form-section' },
        element('legend', { class: 'slds-section__title slds-theme_shade' }, section.title),
        ...section.fields.map((field) => formElement(field, initial(field, row), choices)),
      ),
    );
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  async function submit(): Promise<void> {
    save.disabled = true;
    try {
      const fields = changedFields(new FormData(form), object, row);
      const id = row?.Id ?? (await createRecord(object.name, fields)).id;
      if (row && Object.keys(fields).length > 0) await updateRecord(row.Id, fields);
      dialog.close();
      tell(`${object.label} was saved.`);
      if (row) await frame.reload();
      else frame.open(`#/${object.name}/${id}`);
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
      problem.scrollIntoView({ block: 'nearest' });
    }
    save.disabled = false;
  }

  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener) document.getElementById(opener)?.focus();
  });
  dialog.showModal();
  form.querySelector('input')?.focus();
}

function initial(field: Field, row: Row | undefined): string {
  if (row) return typed(field, row);
  return field.type === 'owner' ? (actingUser() ?? '') : '';
}

/** The text of a field as it is typed: a time in this machine's zone, to the minute. */
function typed({ name, type }: Field, row: Row): string {
  const text = textOf(row, name);
  if (type !== 'time' || !text) return text;
  const at = new Date(text);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function formElement(field: Field, value: string, choices: Choices): HTMLElement {
  const id = `field-${field.name}`;
  return element(
    'div',
    { class: field.type === 'long' ? 'slds-form-element wide' : 'slds-form-element' },
    element(
      'label',
      { class: 'slds-form-element__label', for: id },
      field.required && element('abbr', { class: 'slds-required', title: 'required' }, '*'),
      field.label,
    ),
    element('div', { class: 'slds-form-element__control' }, control(field, id, value, choices)),
  );
}

function control(field: Field, id: string, value: string, choices: Choices): HTMLElement {
  const common = {
    id,
    name: field.name,
    required: field.required,
    maxlength: field.length,
    autocomplete: 'off',
  };
  if (field.type === 'long')
    return element('textarea', { ...common, class: 'slds-textarea', rows: 2, dir: 'auto' }, value);
  const options = optionsOf(field, choices);
  if (!options)
    return element('input', {
      ...common,
      type: inputTypes[field.type ?? 'text'] ?? 'text',
      class: 'slds-input',
      value,
      dir: 'auto',
    });
  const known = options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
  return element(
    'select',
    { ...common, class: 'slds-select' },
    ...known.map((option) =>
      element('option', { value: option.value, selected: option.value === value }, option.label),
    ),
  );
}

const inputTypes: Readonly<Record<string, string>> = { phone: 'tel', date: 'date', time: 'datetime-local' };
const none = { value: '', label: '--None--' };

/** What a picker offers; undefined for fields that are typed. */
function optionsOf(field: Field, { owners, accounts }: Choices): readonly Option[] | undefined {
  if (field.type === 'choice')
    return [none, ...(field.choices ?? []).map((value) => ({ value, label: value }))];
  if (field.type === 'owner') return owners.map((row) => ({ value: row.Id, label: textOf(row, 'Name') }));
  if (field.type === 'account')
    return [none, ...accounts.map((row) => ({ value: row.Id, label: withCity(row) }))];
  return undefined;
}

/** An account's name with its city, since two may share a name. */
function withCity(row: Row): string {
  const city = textOf(row, 'BillingCity');
  return city ? `${textOf(row, 'Name')} (${city})` : textOf(row, 'Name');
}

/** The fields whose text differs from the record's; an emptied one is sent as null. */
function changedFields(form: FormData, object: RecordObject, row: Row | undefined): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of fieldsOf(object)) {
    const text = ((form.get(field.name) ?? '') as string).trim();
    if (text === (row ? typed(field, row) : '')) continue;
    fields[field.name] = (field.type === 'time' && text ? new Date(text).toISOString() : text) || null;
  }
  return fields;
}
