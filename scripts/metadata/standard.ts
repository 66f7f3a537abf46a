/**
 * What the package may name of the standard objects: their fields that have field-level security of their own
 * ("Object Reference for the Salesforce Platform"; an address is secured as a whole, a name not at all), the columns
 * that every list view has, and the objects that share the custom fields of Activity.
 */
const SECURED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Account',
    [
      'AccountNumber',
      'AccountSource',
      'AnnualRevenue',
      'BillingAddress',
      'Description',
      'Fax',
      'Industry',
      'NumberOfEmployees',
      'Ownership',
      'ParentId',
      'Phone',
      'Rating',
      'ShippingAddress',
      'Sic',
      'Site',
      'TickerSymbol',
      'Type',
      'Website',
    ],
  ],
  [
    'Contact',
    [
      'AccountId',
      'AssistantName',
      'AssistantPhone',
      'Birthdate',
      'Department',
      'Description',
      'DoNotCall',
      'Email',
      'Fax',
      'HasOptedOutOfEmail',
      'HasOptedOutOfFax',
      'HomePhone',
      'LeadSource',
      'MailingAddress',
      'MobilePhone',
      'OtherAddress',
      'OtherPhone',
      'Phone',
      'ReportsToId',
      'Title',
    ],
  ],
  ['Lead', ['Email', 'Phone']],
  ['Event', ['Description', 'IsPrivate', 'Location', 'ShowAs', 'Subject', 'WhoId']],
  ['Task', []],
  ['User', []],
]);

/** Custom fields of Activity appear on these objects, and their access has to be granted on both alike. */
export const ACTIVITY_OBJECTS = ['Event', 'Task'] as const;

/** Columns of list views of custom objects that are not custom fields. */
export const STANDARD_COLUMNS: ReadonlySet<string> = new Set([
  'NAME',
  'OWNER.ALIAS',
  'CREATEDBY_USER',
  'CREATED_DATE',
  'UPDATEDBY_USER',
  'LAST_UPDATE',
]);

/** Fields of every custom object that formulas may name. */
export const STANDARD_FORMULA_FIELDS: ReadonlySet<string> = new Set(['Id', 'Name', 'OwnerId', 'CreatedDate']);

/** True for a standard object that the package knows. */
export function isStandardObject(object: string): boolean {
  return SECURED_FIELDS.has(object);
}

/** True when a standard field exists and takes field permissions. */
export function isSecuredStandardField(object: string, field: string): boolean {
  return SECURED_FIELDS.get(object)?.includes(field) ?? false;
}

/** The object whose folder defines a custom field that is granted on this object. */
export function definingObject(object: string): string {
  return (ACTIVITY_OBJECTS as readonly string[]).includes(object) ? 'Activity' : object;
}
