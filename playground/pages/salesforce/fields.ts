import type { Column } from './table.ts';

/** A field of an object as the record page and the form show it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?:
    'text' | 'email' | 'phone' | 'url' | 'date' | 'time' | 'long' | 'owner' | 'account' | 'choice';
  /** What a field of type `choice` offers. */
  readonly choices?: readonly string[];
  readonly length?: number;
  readonly required?: boolean;
}

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** A column of the list: the text of a field. */
export type ListColumn = Column & { readonly show: string; readonly isTime?: boolean };

/** An object that has a list, record pages and a form. */
export interface RecordObject {
  readonly name: 'Contact' | 'Account' | 'Event';
  readonly label: string;
  readonly plural: string;
  /** The field that its records are called by. */
  readonly title: string;
  readonly order: string;
  readonly sections: readonly Section[];
  readonly columns: readonly ListColumn[];
}

const phone = (name: string, label: string): Field => ({ name, label, type: 'phone', length: 40 });
const address = (prefix: string): Field[] => [
  { name: `${prefix}Street`, label: 'Street', type: 'long', length: 255 },
  { name: `${prefix}City`, label: 'City', length: 40 },
  { name: `${prefix}State`, label: 'State/Province', length: 80 },
  { name: `${prefix}PostalCode`, label: 'Zip/Postal Code', length: 20 },
  { name: `${prefix}Country`, label: 'Country', length: 80 },
];
const owner = (label: string): Field => ({ name: 'OwnerId', label, type: 'owner' });

const contact: RecordObject = {
  name: 'Contact',
  label: 'Contact',
  plural: 'Contacts',
  title: 'Name',
  order: 'LastName, FirstName',
  columns: [
    { show: 'Name', label: 'Name' },
    { show: 'Account.Name', label: 'Account Name' },
    { show: 'Title', label: 'Title', from: 'desk' },
    { show: 'Phone', label: 'Phone', from: 'tablet' },
    { show: 'Email', label: 'Email', from: 'desk' },
    { show: 'Owner.Name', label: 'Contact Owner', from: 'desk' },
  ],
  sections: [
    {
      title: 'Contact Information',
      fields: [
        {
          name: 'Salutation',
          label: 'Salutation',
          type: 'choice',
          choices: ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'],
        },
        { name: 'FirstName', label: 'First Name', length: 40 },
        { name: 'LastName', label: 'Last Name', length: 80, required: true },
        { name: 'AccountId', label: 'Account Name', type: 'account' },
        { name: 'Title', label: 'Title', length: 128 },
        { name: 'Department', label: 'Department', length: 80 },
        { name: 'Email', label: 'Email', type: 'email', length: 80 },
        phone('Phone', 'Phone'),
        phone('MobilePhone', 'Mobile'),
        phone('HomePhone', 'Home Phone'),
        phone('OtherPhone', 'Other Phone'),
        phone('Fax', 'Fax'),
        { name: 'Birthdate', label: 'Birthdate', type: 'date' },
        { name: 'AssistantName', label: 'Assistant', length: 40 },
        phone('AssistantPhone', 'Asst. Phone'),
        owner('Contact Owner'),
      ],
    },
    { title: 'Mailing Address', fields: address('Mailing') },
    { title: 'Other Address', fields: address('Other') },
    {
      title: 'Description',
      fields: [{ name: 'Description', label: 'Description', type: 'long', length: 32000 }],
    },
  ],
};

const account: RecordObject = {
  name: 'Account',
  label: 'Account',
  plural: 'Accounts',
  title: 'Name',
  order: 'Name',
  columns: [
    { show: 'Name', label: 'Account Name' },
    { show: 'BillingCity', label: 'Billing City' },
    { show: 'Phone', label: 'Phone', from: 'tablet' },
    { show: 'Industry', label: 'Industry', from: 'tablet' },
    { show: 'Owner.Name', label: 'Account Owner', from: 'desk' },
  ],
  sections: [
    {
      title: 'Account Information',
      fields: [
        { name: 'Name', label: 'Account Name', length: 255, required: true },
        phone('Phone', 'Phone'),
        { name: 'Website', label: 'Website', type: 'url', length: 255 },
        owner('Account Owner'),
      ],
    },
    { title: 'Billing Address', fields: address('Billing') },
  ],
};

const event: RecordObject = {
  name: 'Event',
  label: 'Event',
  plural: 'Events',
  title: 'Subject',
  order: 'StartDateTime',
  columns: [
    { show: 'Subject', label: 'Subject' },
    { show: 'StartDateTime', label: 'Start', isTime: true },
    { show: 'Location', label: 'Location', from: 'tablet' },
    { show: 'Owner.Name', label: 'Assigned To', from: 'desk' },
  ],
  sections: [
    {
      title: 'Event Details',
      fields: [
        { name: 'Subject', label: 'Subject', length: 255 },
        { name: 'Location', label: 'Location', length: 255 },
        { name: 'StartDateTime', label: 'Start', type: 'time', required: true },
        { name: 'EndDateTime', label: 'End', type: 'time', required: true },
        { name: 'Description', label: 'Description', type: 'long', length: 32000 },
        owner('Assigned To'),
      ],
    },
  ],
};

/** The objects of the page by name. */
export const objects = { Contact: contact, Account: account, Event: event } as const;

export const isShown = (object: string): object is keyof typeof objects => object in objects;

export const fieldsOf = (object: RecordObject) => object.sections.flatMap(({ fields }) => fields);
