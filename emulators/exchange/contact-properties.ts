/**
 * The properties of a contact in Graph v1.0 (microsoftgraph/msgraph-metadata `schemas/v1.0-Prod.csdl`), by what kind
 * of value they hold. The order is that of recorded answers: alphabetical.
 */
export type PropertyKind = 'string' | 'strings' | 'address' | 'emails' | 'email' | 'birthday' | 'system';

/** What the service keeps of a contact beside its id, version and folder: only properties that are set. */
export type ContactValues = Record<string, unknown>;

export interface EmailAddress {
  name: string;
  address: string;
}

const KINDS: Record<string, PropertyKind> = {
  assistantName: 'string',
  birthday: 'birthday',
  businessAddress: 'address',
  businessHomePage: 'string',
  businessPhones: 'strings',
  categories: 'strings',
  changeKey: 'system',
  children: 'strings',
  companyName: 'string',
  createdDateTime: 'system',
  department: 'string',
  displayName: 'string',
  emailAddresses: 'emails',
  fileAs: 'string',
  generation: 'string',
  givenName: 'string',
  homeAddress: 'address',
  homePhones: 'strings',
  id: 'system',
  imAddresses: 'strings',
  initials: 'string',
  jobTitle: 'string',
  lastModifiedDateTime: 'system',
  manager: 'string',
  middleName: 'string',
  mobilePhone: 'string',
  nickName: 'string',
  officeLocation: 'string',
  otherAddress: 'address',
  parentFolderId: 'system',
  personalNotes: 'string',
  primaryEmailAddress: 'email',
  profession: 'string',
  secondaryEmailAddress: 'email',
  spouseName: 'string',
  surname: 'string',
  tertiaryEmailAddress: 'email',
  title: 'string',
  yomiCompanyName: 'string',
  yomiGivenName: 'string',
  yomiSurname: 'string',
};

export const CONTACT_PROPERTIES: ReadonlyMap<string, PropertyKind> = new Map(Object.entries(KINDS));

/** Navigation properties of the schema that the emulator does not offer. */
export const NOT_OFFERED = new Set(['photo', 'extensions', 'multiValueExtendedProperties']);

export const EMAIL_SLOTS = ['primaryEmailAddress', 'secondaryEmailAddress', 'tertiaryEmailAddress'] as const;

export const ADDRESS_PARTS = ['street', 'city', 'state', 'postalCode', 'countryOrRegion'] as const;

/** Parts of the name: a change of one makes Exchange regenerate displayName; empty ones of hand-made contacts read `""`. */
export const NAME_PARTS = new Set(['givenName', 'middleName', 'surname', 'generation', 'title']);

/** Strings without the 255 characters of a MAPI string. */
export const UNLIMITED_STRINGS = new Set(['personalNotes', 'businessHomePage']);

/** The property of that name, whatever its letter case; nothing when the type has none. */
export function contactPropertyNamed(name: string): string | undefined {
  if (CONTACT_PROPERTIES.has(name)) return name;
  const lower = name.toLowerCase();
  return [...CONTACT_PROPERTIES.keys()].find((property) => property.toLowerCase() === lower);
}
