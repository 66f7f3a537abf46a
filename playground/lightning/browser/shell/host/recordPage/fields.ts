import type { ObjectInfo } from 'lightning/uiObjectInfoApi';

/** A field of the page; that of a parent is the parent's name. */
interface Detail {
  readonly path: string;
  readonly label: string;
}

/** A contact's fields in the order of its usual page. */
const ofContact = [
  ...[
    'OwnerId',
    'AccountId',
    'Title',
    'Department',
    'Email',
    'Phone',
    'MobilePhone',
    'HomePhone',
    'OtherPhone',
    'Fax',
  ],
  ...['AssistantName', 'AssistantPhone', 'Birthdate', 'LeadSource'],
  ...['MailingStreet', 'MailingCity', 'MailingState', 'MailingPostalCode', 'MailingCountry', 'Description'],
  ...['CreatedById', 'LastModifiedById'],
];

/** A lead's fields in the order of its usual page. */
const ofLead = [
  ...['OwnerId', 'Company', 'Title', 'Status', 'Email', 'Phone', 'MobilePhone', 'LeadSource'],
  ...['CreatedById', 'LastModifiedById'],
];

const usual: Readonly<Record<string, readonly string[]>> = { Contact: ofContact, Lead: ofLead };

/** The key of Tandem is on no page layout, whoever may read it. */
const HIDDEN = 'Tandem_Key__c';

/** The fields of a record's page, as far as the person may read them; the package's objects show all their own. */
export function detailFields({ apiName, fields }: ObjectInfo): Detail[] {
  const custom = Object.keys(fields).filter((name) => name.endsWith('__c') && name !== HIDDEN);
  const own = usual[apiName];
  const names = own ? [...own, ...custom] : [...custom, 'OwnerId', 'LastModifiedDate'];
  return names
    .map((name) => fields[name])
    .filter((field) => field !== undefined)
    .map(({ apiName: name, label, dataType, relationshipName }) => ({
      path: dataType === 'Reference' && relationshipName ? `${relationshipName}.Name` : name,
      label: label.replace(/ ID$/, ''),
    }));
}
