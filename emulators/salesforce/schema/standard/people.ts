import { address, checkbox, field, phone, picklist, readOnly, reference, required, text } from '../field.ts';
import { objectType, systemFields, viewedFields, type ObjectType } from '../object-type.ts';

const salutations = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'];
const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
const industries = ['Agriculture', 'Banking', 'Consulting', 'Manufacturing', 'Technology', 'Other'];
const ratings = ['Hot', 'Warm', 'Cold'];

const email = (name: string, label: string) => field(name, label, 'email', { length: 80 });
const description = (label: string) => field('Description', label, 'textarea', { length: 32000 });
const owner = () =>
  reference('OwnerId', 'Owner ID', 'User', { ...required, deleteConstraint: 'Restrict', defaultValue: null });
const lastActivity = () => field('LastActivityDate', 'Last Activity', 'date', readOnly);
const masterRecord = (name: string) => reference('MasterRecordId', 'Master Record ID', name, readOnly);
const personName = () => [
  text('LastName', 'Last Name', 80, required),
  text('FirstName', 'First Name', 40),
  picklist('Salutation', 'Salutation', salutations, { length: 40 }),
];

/** Account, as in the Object Reference. */
export function account(): ObjectType {
  return objectType('Account', ['Account', 'Accounts'], '001', [
    ...systemFields(),
    masterRecord('Account'),
    text('Name', 'Account Name', 255, { ...required, nameField: true }),
    picklist('Type', 'Account Type', ['Prospect', 'Customer - Direct', 'Partner', 'Other']),
    reference('ParentId', 'Parent Account ID', 'Account', {
      relationshipName: 'Parent',
      childRelationshipName: 'ChildAccounts',
    }),
    ...address('Billing', 'Billing'),
    ...address('Shipping', 'Shipping'),
    phone('Phone', 'Account Phone'),
    phone('Fax', 'Account Fax'),
    text('AccountNumber', 'Account Number', 40),
    field('Website', 'Website', 'url', { length: 255 }),
    picklist('Industry', 'Industry', industries),
    field('AnnualRevenue', 'Annual Revenue', 'double', { precision: 18 }),
    field('NumberOfEmployees', 'Employees', 'int', { precision: 8 }),
    picklist('Rating', 'Account Rating', ratings),
    text('Site', 'Account Site', 80),
    description('Account Description'),
    owner(),
    lastActivity(),
    ...viewedFields(),
  ]);
}

/** Contact, as in the Object Reference; the account's deletion takes its contacts along. */
export function contact(): ObjectType {
  return objectType('Contact', ['Contact', 'Contacts'], '003', [
    ...systemFields(),
    masterRecord('Contact'),
    reference('AccountId', 'Account ID', 'Account', {
      childRelationshipName: 'Contacts',
      deleteConstraint: 'Cascade',
    }),
    ...personName(),
    text('Name', 'Full Name', 121, { ...readOnly, nillable: false, nameField: true }),
    ...address('Other', 'Other'),
    ...address('Mailing', 'Mailing'),
    phone('Phone', 'Business Phone'),
    phone('Fax', 'Business Fax'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('HomePhone', 'Home Phone'),
    phone('OtherPhone', 'Other Phone'),
    phone('AssistantPhone', 'Asst. Phone'),
    reference('ReportsToId', 'Reports To ID', 'Contact', { childRelationshipName: 'ReportsToContacts' }),
    email('Email', 'Email'),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    text('AssistantName', "Assistant's Name", 40),
    picklist('LeadSource', 'Lead Source', leadSources),
    field('Birthdate', 'Birthdate', 'date'),
    description('Contact Description'),
    owner(),
    checkbox('HasOptedOutOfEmail', 'Email Opt Out'),
    checkbox('HasOptedOutOfFax', 'Fax Opt Out'),
    checkbox('DoNotCall', 'Do Not Call'),
    lastActivity(),
    field('LastCURequestDate', 'Last Stay-in-Touch Request Date', 'datetime', readOnly),
    field('LastCUUpdateDate', 'Last Stay-in-Touch Save Date', 'datetime', readOnly),
    ...viewedFields(),
    text('EmailBouncedReason', 'Email Bounced Reason', 255),
    field('EmailBouncedDate', 'Email Bounced Date', 'datetime'),
    checkbox('IsEmailBounced', 'Is Email Bounced', readOnly),
    field('PhotoUrl', 'Photo URL', 'url', { length: 255, ...readOnly }),
    text('Jigsaw', 'Data.com Key', 20),
    text('JigsawContactId', 'Jigsaw Contact ID', 20, readOnly),
    picklist('CleanStatus', 'Clean Status', ['Matched', 'Different', 'Pending', 'Skipped'], { length: 40 }),
  ]);
}

/** Lead, as in the Object Reference. */
export function lead(): ObjectType {
  return objectType('Lead', ['Lead', 'Leads'], '00Q', [
    ...systemFields(),
    masterRecord('Lead'),
    ...personName(),
    text('Name', 'Full Name', 121, { ...readOnly, nillable: false, nameField: true }),
    text('Title', 'Title', 128),
    text('Company', 'Company', 255, required),
    ...address('', ''),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('Fax', 'Fax'),
    email('Email', 'Email'),
    field('Website', 'Website', 'url', { length: 255 }),
    description('Description'),
    picklist('LeadSource', 'Lead Source', leadSources),
    picklist(
      'Status',
      'Status',
      ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
      { ...required, defaultValue: 'Open - Not Contacted' },
    ),
    picklist('Industry', 'Industry', industries),
    picklist('Rating', 'Rating', ratings),
    owner(),
    checkbox('HasOptedOutOfEmail', 'Email Opt Out'),
    checkbox('IsConverted', 'Converted', { updateable: false }),
    field('ConvertedDate', 'Converted Date', 'date', readOnly),
    reference('ConvertedAccountId', 'Converted Account ID', 'Account', readOnly),
    reference('ConvertedContactId', 'Converted Contact ID', 'Contact', readOnly),
    checkbox('IsUnreadByOwner', 'Unread By Owner', { defaultValue: true }),
    lastActivity(),
    ...viewedFields(),
  ]);
}

/** The two name parts that an admin can switch on for the org; they then exist on Contact, Lead and User. */
export function optionalNameParts() {
  return {
    middleName: text('MiddleName', 'Middle Name', 40),
    suffix: text('Suffix', 'Suffix', 40),
  };
}
