import { element } from '../shared/element.ts';
import { textOf } from './org.ts';
import { timeText } from './parts.ts';
import type { Column } from './table.ts';

/** Rows of one of Tandem's objects as a list. */
export interface RowList {
  readonly name: string;
  readonly title: string;
  readonly object: string;
  readonly fields: readonly string[];
  readonly order: string;
  /** Which rows the number beside the title counts; all when nothing is given. */
  readonly open?: string;
  readonly columns: readonly Column[];
  readonly empty: string;
}

const time = (label: string, field: string): Column => ({
  label,
  show: (row) => timeText(textOf(row, field)),
});
const plain = (label: string, show: string): Column => ({ label, show });

/** A field's API value as words: `FirstSync` becomes `First sync`. */
const words = (label: string, field: string): Column => ({
  label,
  show: (row) => textOf(row, field).replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
});

const badges: Record<string, string> = {
  InSync: 'slds-theme_success',
  Failing: 'slds-theme_error',
  Paused: 'slds-theme_warning',
  Held: 'slds-theme_warning',
};
const state: Column = {
  label: 'Contacts',
  show: (row) => {
    const value = textOf(row, 'Contacts_State__c');
    return element(
      'span',
      { class: `slds-badge ${badges[value] ?? ''}`, title: textOf(row, 'Contacts_Problem__c') || undefined },
      value.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) || 'Unknown',
    );
  },
};

const record: Column = {
  label: 'Record',
  show: (row) => {
    const id = textOf(row, 'Record_Id__c');
    return id ? element('a', { href: `#/Contact/${id}` }, id) : '';
  },
};

/** What the status page shows, in the order of its tabs. */
export const rowLists: readonly [RowList, ...RowList[]] = [
  {
    name: 'mailboxes',
    title: 'Mailboxes',
    object: 'Tandem_Mailbox__c',
    fields: [
      'User__c',
      'User__r.Name',
      'Email__c',
      'Contacts_State__c',
      'Contacts_Problem__c',
      'Contacts_In_Exchange__c',
      'Contacts_In_Salesforce__c',
      'Contacts_Last_Change__c',
      'Open_Issues__c',
    ],
    order: 'Email__c',
    columns: [
      plain('User', 'User__r.Name'),
      state,
      plain('In Outlook', 'Contacts_In_Exchange__c'),
      plain('In Salesforce', 'Contacts_In_Salesforce__c'),
      plain('Open issues', 'Open_Issues__c'),
      { ...time('Last change', 'Contacts_Last_Change__c'), from: 'desk' },
    ],
    empty: 'The bridge has not reported a mailbox yet.',
  },
  {
    name: 'issues',
    title: 'Issues',
    object: 'Tandem_Issue__c',
    fields: [
      'Code__c',
      'Status__c',
      'Item__c',
      'Field__c',
      'Reason__c',
      'Remedy__c',
      'Owner.Name',
      'Last_Seen__c',
    ],
    order: 'Status__c DESC, Last_Seen__c DESC NULLS LAST',
    open: `Status__c = 'Open'`,
    columns: [
      { ...plain('Status', 'Status__c'), from: 'tablet' },
      plain('Item', 'Item__c'),
      { ...plain('Field', 'Field__c'), from: 'desk' },
      { ...plain('Reason', 'Reason__c'), wraps: true },
      { ...plain('What to do', 'Remedy__c'), wraps: true, from: 'tablet' },
      plain('Whose', 'Owner.Name'),
      { ...plain('Code', 'Code__c'), from: 'desk' },
    ],
    empty: 'No issues: everything syncs.',
  },
  {
    name: 'links',
    title: 'Links',
    object: 'Tandem_Link__c',
    fields: [
      'Name',
      'State__c',
      'Reason__c',
      'Made_By_Tandem__c',
      'Record_Id__c',
      'Last_Synced__c',
      'Last_Synced_From__c',
      'Owner.Name',
    ],
    order: 'Last_Synced__c DESC NULLS LAST',
    columns: [
      plain('Link', 'Name'),
      plain('State', 'State__c'),
      words('Reason', 'Reason__c'),
      { ...plain('Made by Tandem in', 'Made_By_Tandem__c'), from: 'desk' },
      record,
      { ...plain('Last synced from', 'Last_Synced_From__c'), from: 'tablet' },
      time('Last synced', 'Last_Synced__c'),
      plain('Whose', 'Owner.Name'),
    ],
    empty: 'Nothing is paired yet.',
  },
  {
    name: 'requests',
    title: 'Requests',
    object: 'Tandem_Request__c',
    fields: [
      'Name',
      'Kind__c',
      'User__r.Name',
      'Status__c',
      'Error_Code__c',
      'Result__c',
      'CreatedBy.Name',
      'CreatedDate',
      'Served_At__c',
    ],
    order: 'CreatedDate DESC',
    columns: [
      plain('Request', 'Name'),
      words('Kind', 'Kind__c'),
      plain('For', 'User__r.Name'),
      plain('Status', 'Status__c'),
      { ...plain('Error', 'Error_Code__c'), from: 'desk' },
      { ...plain('Result', 'Result__c'), from: 'desk' },
      plain('Asked by', 'CreatedBy.Name'),
      { ...time('Asked', 'CreatedDate'), from: 'tablet' },
      time('Served', 'Served_At__c'),
    ],
    empty: 'Nobody has asked the bridge for anything yet.',
  },
  {
    name: 'activity',
    title: 'Activity',
    object: 'Tandem_Activity__c',
    fields: ['Day__c', 'Kind__c', 'Direction__c', 'Created__c', 'Updated__c', 'Deleted__c', 'Paired__c'],
    order: 'Day__c DESC, Direction__c',
    columns: [
      plain('Day', 'Day__c'),
      plain('Kind', 'Kind__c'),
      words('Direction', 'Direction__c'),
      plain('Created', 'Created__c'),
      plain('Updated', 'Updated__c'),
      plain('Deleted', 'Deleted__c'),
      plain('Paired', 'Paired__c'),
    ],
    empty: 'Nothing was synced yet.',
  },
];
