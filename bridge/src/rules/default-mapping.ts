import type { FieldMapping } from './field-mapping.ts';

/** Fields that pairing relies on; an admin can turn their flow off but not point them elsewhere. */
export const fixedFields: readonly string[] = ['FirstName', 'LastName', 'Email', 'AccountId'];

const pairs: readonly (readonly [field: string, property: string])[] = [
  ['AccountId', 'companyName'],
  ['Salutation', 'title'],
  ['FirstName', 'givenName'],
  ['MiddleName', 'middleName'],
  ['LastName', 'surname'],
  ['Suffix', 'generation'],
  ['Title', 'jobTitle'],
  ['Department', 'department'],
  ['Email', 'emailAddresses[0].address'],
  ['Phone', 'businessPhones[0]'],
  ['MobilePhone', 'mobilePhone'],
  ['HomePhone', 'homePhones[0]'],
  ['AssistantName', 'assistantName'],
  ['Birthdate', 'birthday'],
  ['Description', 'personalNotes'],
  ['MailingStreet', 'businessAddress.street'],
  ['MailingCity', 'businessAddress.city'],
  ['MailingState', 'businessAddress.state'],
  ['MailingPostalCode', 'businessAddress.postalCode'],
  ['MailingCountry', 'businessAddress.countryOrRegion'],
  ['OtherStreet', 'otherAddress.street'],
  ['OtherCity', 'otherAddress.city'],
  ['OtherState', 'otherAddress.state'],
  ['OtherPostalCode', 'otherAddress.postalCode'],
  ['OtherCountry', 'otherAddress.countryOrRegion'],
];

/**
 * The contact fields that sync unless a configuration says otherwise: those of Lightning Sync for which Graph v1.0 has a
 * property. Fax, other phone and assistant's phone have none.
 */
export const defaultContactMapping: readonly FieldMapping[] = pairs.map(([field, property]) => ({
  field,
  property,
  direction: 'Both',
}));
