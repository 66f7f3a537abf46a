import { certainAccounts } from './accounts.ts';
import { locales } from './locales.ts';
import type { Locale } from './locales.ts';
import type { Acquaintance, Address, DemoAccount, DemoContact, Rep } from './words.ts';

const reps: readonly Rep[] = ['maya', 'jonas', 'aiko'];
const titles = [
  'Head of Purchasing',
  'Operations Manager',
  'Finance Director',
  'Site Engineer',
  'Office Manager',
  'Sustainability Lead',
  'IT Coordinator',
  'Founder',
  'Quality Inspector',
  'Marketing Manager',
];
const departments = ['Purchasing', 'Operations', 'Finance', 'Engineering', 'Administration'];
const streets = [
  'Mill Lane',
  'Station Road',
  'Harbour Street',
  'Linden Avenue',
  'Market Square',
  'Old Bridge Walk',
];
const notes = [
  'Met at the trade fair in spring.',
  'Prefers a call in the morning.',
  'Asked for the new price list.',
];

/** Which sides know a person. */
export type KnownTo = 'both' | 'exchange' | 'salesforce';

/**
 * The everyday acquaintance with a running number: always the same person for the same number, no two with the same name in
 * one company. One in three has an English name, the rest take turns through the other locales.
 */
export function everydayAcquaintance(number: number, knownTo: KnownTo): Acquaintance {
  const rep = at(reps, Math.floor(number / 3));
  const person = everydayPerson(number);
  if (knownTo === 'both')
    return { rep, exchange: asExchangeHasIt(person, number), salesforce: asSalesforceHasIt(person, number) };
  if (number % 17 === 5) return { rep, [knownTo]: { ...person, emails: [] } };
  return { rep, [knownTo]: person };
}

function everydayPerson(number: number): DemoContact {
  const { locale, turn } = localeOf(number);
  const first = turn % locale.firstNames.length;
  const last = (turn + Math.floor(turn / locale.firstNames.length)) % locale.lastNames.length;
  const account = at(certainAccounts, number * 7);
  const spelling = locale.romanized ?? locale;
  return {
    firstName: at(locale.firstNames, first),
    lastName: at(locale.lastNames, last),
    emails: [
      `${mailName(at(spelling.firstNames, first))}.${mailName(at(spelling.lastNames, last))}@${account.domain}`,
    ],
    company: account.name,
    title: at(titles, number),
    department: at(departments, number * 3),
    phone: extension(account, number),
    ...(number % 3 !== 0 && { mobile: `+44 7700 900${String(number % 1000).padStart(3, '0')}` }),
    ...(number % 4 === 0 && { work: workAddress(account, number) }),
    ...(number % 11 === 0 && { birthday: birthday(number) }),
    ...(number % 9 === 0 && { notes: at(notes, number) }),
  };
}

function localeOf(number: number): { locale: Locale; turn: number } {
  const [english, ...others] = locales;
  if (number % 3 === 0 && english) return { locale: english, turn: number / 3 };
  const turn = number - Math.floor(number / 3) - 1;
  return { locale: at(others, turn), turn: Math.floor(turn / others.length) };
}

/** The person as Exchange has it: sometimes with capitals in the address, without one, or with what Salesforce lacks. */
function asExchangeHasIt(person: DemoContact, number: number): DemoContact {
  if (number % 6 === 2) return { ...person, emails: [] };
  const { title: _title, ...withoutTitle } = person;
  const contact = number % 5 === 0 ? withoutTitle : person;
  return number % 4 === 1 ? { ...contact, emails: contact.emails.map(withCapitals) } : contact;
}

/** The person as Salesforce has it: sometimes without the parts that people note on the telephone. */
function asSalesforceHasIt(person: DemoContact, number: number): DemoContact {
  const { mobile: _mobile, notes: _notes, ...withoutMobile } = person;
  return number % 5 === 1 ? withoutMobile : person;
}

function workAddress(account: DemoAccount, number: number): Address {
  return {
    street: `${(number % 90) + 1} ${at(streets, number)}`,
    city: account.city,
    state: '',
    postalCode: String(10_000 + ((number * 131) % 89_999)),
    country: account.country,
  };
}

const extension = (account: DemoAccount, number: number) => `${account.phone} ext ${100 + number}`;
const birthday = (number: number) =>
  `${1955 + (number % 45)}-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
const withCapitals = (email: string) => email.replace(/(^|[.@])\w/g, (letter) => letter.toUpperCase());

const unaccented: Record<string, string> = { ß: 'ss', ð: 'd', þ: 'th', æ: 'ae', ł: 'l', đ: 'd', ø: 'o' };

/** A name as companies spell it in addresses: lower-case, without accents, blanks and apostrophes. */
function mailName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßðþæłđø]/g, (letter) => unaccented[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
}

/** The list's member at a number, counted round and round. */
function at<Member>(list: readonly Member[], number: number): Member {
  return list[number % list.length] as Member;
}
