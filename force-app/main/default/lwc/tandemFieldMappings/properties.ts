import {
  eventProperties,
  exchangeProperties,
  namedPrefix,
  type MappedKind,
  type PropertyPath,
} from 'c/tandemRules';
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

const OF_EVENTS: Readonly<Record<string, readonly [label: string, typeLabel: string]>> = {
  subject: [labels.subject, labels.typeText],
  start: [labels.start, labels.typeDateTime],
  location: [labels.location, labels.typeText],
  body: [labels.body, labels.typeText],
  categories: [labels.categories, labels.typeText],
  showAs: [labels.showAs, labels.typePicklist],
  sensitivity: [labels.private, labels.typeCheckbox],
  reminderMinutesBeforeStart: [labels.reminder, labels.typeNumber],
};

/** A place in an Exchange contact or event, in words. */
export interface Property {
  readonly path: string;
  readonly label: string;
  readonly typeLabel: string;
}

/** Every place that a field can be mapped to and that has a name of its own, by its path, sorted by labels. */
export const PROPERTIES: Readonly<Record<MappedKind, ReadonlyMap<string, Property>>> = {
  Contact: sorted(
    [...exchangeProperties].map(([path, place]) => ({
      path,
      label: labelOf(path, place),
      typeLabel: path === 'birthday' ? labels.typeDate : labels.typeText,
    })),
  ),
  Event: sorted(
    [...eventProperties.keys()].map((path) => {
      const [label = path, typeLabel = ''] = OF_EVENTS[path] ?? [];
      return { path, label, typeLabel };
    }),
  ),
};

/** A field that people or add-ins made in Outlook, before it is named. */
export const NAMED: Property = { path: namedPrefix, label: labels.named, typeLabel: labels.typeText };

/** The place of a path. */
export function propertyOf(kind: MappedKind, path: string): Property | undefined {
  return kind === 'Event' && path.startsWith(namedPrefix) ? NAMED : PROPERTIES[kind].get(path);
}

function sorted(properties: Property[]): ReadonlyMap<string, Property> {
  properties.sort((one, other) => one.label.localeCompare(other.label));
  return new Map(properties.map((property) => [property.path, property]));
}

function labelOf(path: string, { root, slot }: PropertyPath): string {
  const label = slot === null ? PLAIN[path] : COUNTED[root];
  return slot === null ? (label ?? path) : fill(label ?? path, slot + 1);
}
