/** A contact of the benches, on both sides with the same values. */
export interface BenchContact {
  /** As Graph takes it. */
  readonly exchange: Readonly<Record<string, unknown>>;
  /** As Salesforce takes it; the account by its number. */
  readonly salesforce: Readonly<Record<string, string>>;
  readonly account: number;
}

/** So many companies the contacts work for. */
export const accountCount = 100;

/** The name of a company. */
export function accountName(number: number): string {
  return `Company ${number} of the Bench`;
}

const firstNames = [
  'Amelia',
  'Jürgen',
  'María José',
  'Noah',
  'Ásta',
  'Tomás',
  'Grace',
  'Sören',
  'Naomi',
  'Owen',
];
const lastNames = [
  "O'Neil",
  'Müller',
  'Núñez',
  'Okafor',
  'Jónsson',
  'Whitfield',
  'Weiß',
  'Dvořák',
  'Lê',
  'Xu',
];
const titles = ['Head of Purchasing', 'Operations Manager', 'Finance Director', 'Site Engineer', 'Founder'];
const cities = ['Bristol', 'Hamburg', 'Sevilla', 'Kraków', 'Reykjavík'];

/** The contact with a number: always the same; e-mail and name occur once. Eleven fields are filled. */
export function benchContact(number: number): BenchContact {
  const firstName = at(firstNames, number);
  const lastName = `${at(lastNames, Math.floor(number / firstNames.length))} ${number}`;
  const account = number % accountCount;
  const email = `contact.${number}@company-${account}.example`;
  const title = at(titles, number);
  const department = `Department ${number % 12}`;
  const phone = `+44 117 496 ${String(number % 10_000).padStart(4, '0')}`;
  const mobile = `+44 7700 ${String(900_000 + (number % 100_000))}`;
  const street = `${(number % 90) + 1} Harbour Street`;
  const city = at(cities, number);
  const postalCode = String(10_000 + (number % 90_000));
  return {
    exchange: {
      givenName: firstName,
      surname: lastName,
      displayName: `${firstName} ${lastName}`,
      emailAddresses: [{ name: `${firstName} ${lastName}`, address: email }],
      companyName: accountName(account),
      jobTitle: title,
      department,
      businessPhones: [phone],
      mobilePhone: mobile,
      businessAddress: { street, city, postalCode },
    },
    salesforce: {
      FirstName: firstName,
      LastName: lastName,
      Email: email,
      Title: title,
      Department: department,
      Phone: phone,
      MobilePhone: mobile,
      MailingStreet: street,
      MailingCity: city,
      MailingPostalCode: postalCode,
    },
    account,
  };
}

/** What a person changes in a contact; by turns another field, some of which share a Graph property with others. */
export function benchEdit(number: number, turn: number): Pick<BenchContact, 'exchange' | 'salesforce'> {
  const { exchange } = benchContact(number);
  const edits: readonly Pick<BenchContact, 'exchange' | 'salesforce'>[] = [
    { exchange: { jobTitle: 'Managing Director' }, salesforce: { Title: 'Managing Director' } },
    { exchange: { mobilePhone: '+49 170 5550199' }, salesforce: { MobilePhone: '+49 170 5550199' } },
    { exchange: { businessPhones: ['+49 40 5550123'] }, salesforce: { Phone: '+49 40 5550123' } },
    {
      exchange: { businessAddress: { ...(exchange['businessAddress'] as object), city: 'Lübeck' } },
      salesforce: { MailingCity: 'Lübeck' },
    },
    { exchange: { department: 'Management' }, salesforce: { Department: 'Management' } },
  ];
  return at(edits, turn);
}

/** The list's member at a number, counted round and round. */
function at<Member>(list: readonly Member[], number: number): Member {
  return list[number % list.length] as Member;
}
