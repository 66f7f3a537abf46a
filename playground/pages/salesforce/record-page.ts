import { confirms } from '../shared/ask.ts';
import { element } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';
import { attempt, tell } from '../shared/tell.ts';
import { fieldsOf, isShown, objects } from './fields.ts';
import type { Field, RecordObject } from './fields.ts';
import { openForm } from './form.ts';
import { deleteRecord, query, quoted, textOf, undeleteRecord } from './org.ts';
import type { Row } from './org.ts';
import type { Frame, Page } from './page.ts';
import { button, card, emptyState, pageHeader, timeText } from './parts.ts';
import { table } from './table.ts';

interface RecordData {
  readonly row: Row | undefined;
  /** An account's contacts; the links of a contact or an event. */
  readonly related: readonly Row[];
}

/** The page of one record with its details, what is related to it, and how it syncs. */
export function recordPage(object: RecordObject, id: string): Page<RecordData> {
  const parents = [
    'CreatedBy.Name',
    'LastModifiedBy.Name',
    'Owner.Name',
    ...(object.name === 'Contact' ? ['Account.Name'] : []),
  ];
  const own = new Set([object.title, ...fieldsOf(object).map(({ name }) => name)]);
  const names = ['Id', 'CreatedDate', 'LastModifiedDate', ...parents, ...own];

  async function load(): Promise<RecordData> {
    const [rows, related] = await Promise.all([
      query(`SELECT ${names.join(', ')} FROM ${object.name} WHERE Id = ${quoted(id)}`),
      query(object.name === 'Account' ? contactsOf(id) : linksOf(id)),
    ]);
    return { row: rows[0], related };
  }

  function paint(data: RecordData | undefined, frame: Frame): HTMLElement {
    if (!data) return element('div', { class: 'page' }, emptyState('Loading …'));
    const { row, related } = data;
    if (!row)
      return element(
        'div',
        { class: 'page' },
        emptyState(`This ${object.label.toLowerCase()} does not exist any more.`),
      );
    return element(
      'div',
      { class: 'page' },
      pageHeader(
        object.name.toLowerCase(),
        object.label,
        textOf(row, object.title),
        ['Title', 'Account.Name', 'Website', 'Location']
          .map((name) => textOf(row, name))
          .filter(Boolean)
          .join(' · '),
        button('Edit', () => void openForm(object, row, frame), 'neutral', 'edit-record'),
        button('Delete', () => void remove(object, row, frame), 'text-destructive', 'delete-record'),
      ),
      element(
        'div',
        { class: 'record-columns' },
        element(
          'div',
          { class: frame.fresh.has(row.Id) ? 'slds-card record-details fresh' : 'slds-card record-details' },
          ...object.sections.map((section) => details(section.title, section.fields, row)),
          system(row),
        ),
        element('div', {}, object.name === 'Account' ? contactsCard(related) : syncCard(object, related)),
      ),
    );
  }

  return { tab: object.name, title: object.label, load, paint };
}

const linksOf = (id: string) =>
  `SELECT Id, State__c, Reason__c, Last_Synced__c, Last_Synced_From__c, Made_By_Tandem__c, Owner.Name FROM Tandem_Link__c WHERE Record_Id__c = ${quoted(id)}`;
const contactsOf = (id: string) =>
  `SELECT Id, Name, Title, Email FROM Contact WHERE AccountId = ${quoted(id)} ORDER BY Name`;

function details(title: string, fields: readonly Field[], row: Row): HTMLElement {
  return element(
    'section',
    { class: 'details' },
    element('h2', { class: 'slds-section__title slds-theme_shade' }, title),
    element('dl', {}, ...fields.map((field) => detail(field.label, shown(field, row)))),
  );
}

const detail = (label: string, value: Child) =>
  element(
    'div',
    { class: 'slds-form-element' },
    element('dt', { class: 'slds-form-element__label' }, label),
    element('dd', { class: 'slds-form-element__static', dir: 'auto' }, value || '\u00a0'),
  );

function shown({ name, type }: Field, row: Row): Child {
  const text = textOf(row, name);
  if (!text) return '';
  if (type === 'owner') return textOf(row, 'Owner.Name');
  if (type === 'account') return element('a', { href: `#/Account/${text}` }, textOf(row, 'Account.Name'));
  if (type === 'email') return element('a', { href: `mailto:${text}` }, text);
  if (type === 'phone') return element('a', { href: `tel:${text}` }, text);
  if (type === 'time') return timeText(text);
  if (type === 'url') return element('a', { href: text, rel: 'noopener', target: '_blank' }, text);
  return text;
}

function system(row: Row): HTMLElement {
  const stamp = (by: string, at: string) => `${textOf(row, by)}, ${timeText(textOf(row, at))}`;
  return element(
    'section',
    { class: 'details' },
    element('h2', { class: 'slds-section__title slds-theme_shade' }, 'System Information'),
    element(
      'dl',
      {},
      detail('Created By', stamp('CreatedBy.Name', 'CreatedDate')),
      detail('Last Modified By', stamp('LastModifiedBy.Name', 'LastModifiedDate')),
    ),
  );
}

/** Why a link was ended, in words that go on after a colon. */
const reasons: Readonly<Record<string, string>> = {
  MovedOut: 'moved out of the folder in Outlook',
  DeletedByPolicy: 'deleted on the other side',
  OutOfFilter: 'outside of what your admin chose to sync',
  AccessLost: 'you may not see the record any more',
  Ignored: 'a person chose to ignore it',
  Duplicate: 'another item in Outlook syncs with this one',
  Disconnected: 'the mailbox was disconnected',
};

function syncCard({ label }: RecordObject, links: readonly Row[]): HTMLElement {
  const line = (link: Row) =>
    element(
      'li',
      { class: 'sync-line' },
      element(
        'strong',
        {},
        textOf(link, 'State__c') === 'Live'
          ? 'In sync'
          : `Not synced: ${reasons[textOf(link, 'Reason__c')] ?? 'the link was ended'}`,
      ),
      element('span', {}, `with ${textOf(link, 'Owner.Name')}’s Outlook`),
      textOf(link, 'Last_Synced__c') &&
        element(
          'span',
          { class: 'slds-text-color_weak' },
          `Last from ${textOf(link, 'Last_Synced_From__c')}, ${timeText(textOf(link, 'Last_Synced__c'))}`,
        ),
    );
  const content =
    links.length > 0
      ? element('ul', { class: 'slds-p-horizontal_medium' }, ...links.map(line))
      : emptyState(`This ${label.toLowerCase()} is in nobody’s Outlook.`);
  return card('Tandem', 'data_integration_hub', content);
}

function contactsCard(contacts: readonly Row[]): HTMLElement {
  const columns = [
    { label: 'Name', show: (row: Row) => element('a', { href: `#/Contact/${row.Id}` }, textOf(row, 'Name')) },
    { label: 'Title', show: 'Title' },
  ];
  const content = contacts.length > 0 ? table('Contacts', columns, contacts) : emptyState('No contacts yet.');
  return card(`Contacts (${contacts.length})`, 'contact', content);
}

async function remove(object: RecordObject, row: Row, frame: Frame): Promise<void> {
  const name = textOf(row, object.title);
  const question = {
    title: `Delete ${name}?`,
    text: 'It goes to the recycle bin, from where it can be restored.',
    yes: 'Delete',
    danger: true,
  };
  if (!(await confirms(question))) return;
  if (!(await attempt(async () => void (await deleteRecord(row.Id))))) return;
  frame.open(`#/${object.name}`);
  const restore = async () => {
    await undeleteRecord(row.Id);
    frame.open(`#/${object.name}/${row.Id}`);
  };
  tell(`${name} was deleted.`, 'done', { words: 'Undo', act: () => void attempt(restore) });
}

/** The page of a record by the object's name; undefined for other objects. */
export const recordPageOf = (object: string, id: string) =>
  isShown(object) ? recordPage(objects[object], id) : undefined;
