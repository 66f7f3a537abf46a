import { datePart, isClipped, plain, sameIgnoringCase, sameText } from './compare.ts';

type Properties = Readonly<Record<string, unknown>>;

/** One row of the documented default mapping. */
export interface MappedField {
  /** Salesforce's field. */
  field: string;
  /** Exchange's property, with a path into addresses and lists. */
  property: string;
  /** Both sides hold the same value, as far as Salesforce has room for it. */
  same(properties: Properties, value: unknown): boolean;
  /** Salesforce has no room for all of it. */
  clipped(properties: Properties, value: unknown): boolean;
}

/** The text at a path like `businessAddress.street` or `homePhones.0`. */
export function textAt(properties: Properties, path: string): string {
  let value: unknown = properties;
  for (const step of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Properties)[step] : undefined;
  }
  return typeof value === 'string' ? value : '';
}

/** All e-mail addresses of an Exchange contact. */
export function addressesOf(properties: Properties): string[] {
  const list = properties.emailAddresses;
  if (!Array.isArray(list)) return [];
  return list
    .map((entry) => plain((entry as { address?: unknown }).address))
    .filter((address) => address !== '');
}

/** What Salesforce's required last name is when the contact has no surname. */
export function fallbackLastName(properties: Properties): string {
  const lastWord = (name: string) => textAt(properties, name).trim().split(/\s+/).at(-1) ?? '';
  const localPart = addressesOf(properties)[0]?.split('@')[0] ?? '';
  return lastWord('displayName') || lastWord('fileAs') || plain(properties.companyName) || localPart;
}

function text(field: string, property: string, length: number): MappedField {
  return {
    field,
    property,
    same: (properties, value) => sameText(textAt(properties, property), plain(value), length),
    clipped: (properties, value) => isClipped(textAt(properties, property), plain(value), length),
  };
}

function lastName(): MappedField {
  const surname = (properties: Properties) =>
    plain(properties.surname) === '' ? fallbackLastName(properties) : textAt(properties, 'surname');
  return {
    field: 'LastName',
    property: 'surname',
    same: (properties, value) => sameText(surname(properties), plain(value), 80),
    clipped: (properties, value) => isClipped(surname(properties), plain(value), 80),
  };
}

function email(): MappedField {
  return {
    field: 'Email',
    property: 'emailAddresses.0.address',
    same: (properties, value) => {
      const addresses = addressesOf(properties);
      if (plain(value) === '') return addresses.length === 0;
      return addresses.some((address) => sameIgnoringCase(address, plain(value)));
    },
    clipped: () => false,
  };
}

function birthdate(): MappedField {
  return {
    field: 'Birthdate',
    property: 'birthday',
    same: (properties, value) => datePart(properties.birthday) === datePart(value),
    clipped: () => false,
  };
}

function address(prefix: string, property: string): MappedField[] {
  return [
    text(`${prefix}Street`, `${property}.street`, 255),
    text(`${prefix}City`, `${property}.city`, 40),
    text(`${prefix}State`, `${property}.state`, 80),
    text(`${prefix}PostalCode`, `${property}.postalCode`, 20),
    text(`${prefix}Country`, `${property}.countryOrRegion`, 80),
  ];
}

/**
 * The default mapping of contacts without the company, which needs the accounts. Lengths are those of Salesforce's
 * object reference (Contact). Middle name and suffix are left out: an org has them only when it asks for them.
 */
export const MAPPED_FIELDS: readonly MappedField[] = [
  text('FirstName', 'givenName', 40),
  lastName(),
  text('Salutation', 'title', 40),
  text('Title', 'jobTitle', 128),
  text('Department', 'department', 80),
  email(),
  text('Phone', 'businessPhones.0', 40),
  text('MobilePhone', 'mobilePhone', 40),
  text('HomePhone', 'homePhones.0', 40),
  text('AssistantName', 'assistantName', 40),
  birthdate(),
  text('Description', 'personalNotes', 32_000),
  ...address('Mailing', 'businessAddress'),
  ...address('Other', 'otherAddress'),
];
