import { exchangeProperties, type PropertyPath } from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { labels } from './property-labels';

const PLAIN: Readonly<Record<string, string>> = {
  assistantName: labels.assistant,
  birthday: labels.birthday,
  businessHomePage: labels.webPage,
  companyName: labels.company,
  department: labels.department,
  generation: labels.suffix,
  givenName: labels.firstName,
  initials: labels.initials,
  jobTitle: labels.jobTitle,
  manager: labels.manager,
  middleName: labels.middleName,
  mobilePhone: labels.mobile,
  nickName: labels.nickname,
  officeLocation: labels.office,
  personalNotes: labels.notes,
  profession: labels.profession,
  spouseName: labels.spouse,
  surname: labels.lastName,
  title: labels.title,
  yomiCompanyName: labels.yomiCompany,
  yomiGivenName: labels.yomiFirstName,
  yomiSurname: labels.yomiLastName,
  'businessAddress.city': labels.businessCity,
  'businessAddress.countryOrRegion': labels.businessCountry,
  'businessAddress.postalCode': labels.businessPostalCode,
  'businessAddress.state': labels.businessState,
  'businessAddress.street': labels.businessStreet,
  'homeAddress.city': labels.homeCity,
  'homeAddress.countryOrRegion': labels.homeCountry,
  'homeAddress.postalCode': labels.homePostalCode,
  'homeAddress.state': labels.homeState,
  'homeAddress.street': labels.homeStreet,
  'otherAddress.city': labels.otherCity,
  'otherAddress.countryOrRegion': labels.otherCountry,
  'otherAddress.postalCode': labels.otherPostalCode,
  'otherAddress.state': labels.otherState,
  'otherAddress.street': labels.otherStreet,
};

/** Of the places in lists, which are counted from 1. */
const COUNTED: Readonly<Record<string, string>> = {
  businessPhones: labels.businessPhone,
  emailAddresses: labels.email,
  homePhones: labels.homePhone,
  imAddresses: labels.im,
};

/** A place in an Exchange contact, in words. */
export interface Property {
  readonly path: string;
  readonly label: string;
  readonly typeLabel: string;
}

/** Every place that a field can be mapped to, by its path, sorted by labels. */
export const PROPERTIES: ReadonlyMap<string, Property> = new Map(
  [...exchangeProperties]
    .map(([path, place]): Property => ({ path, label: labelOf(path, place), typeLabel: typeOf(path) }))
    .sort((one, other) => one.label.localeCompare(other.label))
    .map((property) => [property.path, property]),
);

function labelOf(path: string, { root, slot }: PropertyPath): string {
  const label = slot === null ? PLAIN[path] : COUNTED[root];
  return slot === null ? (label ?? path) : fill(label ?? path, slot + 1);
}

function typeOf(path: string): string {
  return path === 'birthday' ? labels.typeDate : labels.typeText;
}
