/** A place in an Exchange contact: a plain property, a part of an address, or a slot of a list. */
export interface PropertyPath {
  /** The top-level Graph property, which is what a write replaces as a whole. */
  readonly root: string;
  readonly slot: number | null;
  readonly part: string | null;
}

const plain = [
  'companyName', 'title', 'givenName', 'middleName', 'surname', 'generation', 'nickName', 'jobTitle', 'department',
  'officeLocation', 'profession', 'businessHomePage', 'manager', 'assistantName', 'mobilePhone', 'birthday',
  'personalNotes', 'spouseName', 'initials', 'yomiGivenName', 'yomiSurname', 'yomiCompanyName',
]; // prettier-ignore
const addressParts = ['street', 'city', 'state', 'postalCode', 'countryOrRegion'];

const slots = (root: string, count: number, part: string | null = null) =>
  Array.from({ length: count }, (_none, slot): PropertyPath => ({ root, slot, part }));
const address = (root: string) => addressParts.map((part): PropertyPath => ({ root, slot: null, part }));

const places: readonly PropertyPath[] = [
  ...plain.map((root) => ({ root, slot: null, part: null })),
  ...slots('emailAddresses', 3, 'address'),
  ...slots('businessPhones', 2),
  ...slots('homePhones', 2),
  ...slots('imAddresses', 3),
  ...['businessAddress', 'homeAddress', 'otherAddress'].flatMap(address),
];

const written = ({ root, slot, part }: PropertyPath) =>
  `${root}${slot === null ? '' : `[${slot}]`}${part === null ? '' : `.${part}`}`;

/**
 * Every place of an Exchange contact that a field can be mapped to, by its path in a field mapping, such as `mobilePhone`,
 * `businessPhones[0]` or `businessAddress.street` (Microsoft Graph v1.0, "contact resource type").
 */
export const exchangeProperties: ReadonlyMap<string, PropertyPath> = new Map(
  places.map((place) => [written(place), place]),
);
