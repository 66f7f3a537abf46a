import { expect } from 'vitest';
import type { World } from '../world.ts';
import type { Person } from './people.ts';

type Properties = Record<string, unknown>;

export interface LinkedContact {
  inOutlook: string;
  inSalesforce: string;
  surname: string;
  email: string;
}

interface More {
  outlook?: Properties;
  salesforce?: Properties;
}

/** A contact named Ana that both sides hold, equal in all mapped fields but those in `more`, linked by a first sync. */
export async function linkedContact(world: World, person: Person, more: More = {}): Promise<LinkedContact> {
  const [contact] = await linkedContacts(world, person, 1, more);
  if (!contact) throw new Error('no contact was linked');
  return contact;
}

/** So many linked contacts; no two of them, nor of two people, have the same name or e-mail address. */
export async function linkedContacts(
  world: World,
  person: Person,
  count: number,
  more: More = {},
): Promise<LinkedContact[]> {
  const local = person.email.split('@')[0] ?? '';
  const people = Array.from({ length: count }, (_, index) => ({
    surname: `Diaz ${local} ${index}`,
    email: `ana${index}@${local}.example.test`,
  }));
  const inOutlook = await person.outlook.createsAll(
    people.map(({ surname, email: address }) => ({
      givenName: 'Ana',
      surname,
      emailAddresses: [{ address }],
      ...more.outlook,
    })),
  );
  const inSalesforce = await person.salesforce.createsAll(
    people.map(({ surname, email }) => ({
      FirstName: 'Ana',
      LastName: surname,
      Email: email,
      ...more.salesforce,
    })),
  );
  await world.syncs();
  const live = (await world.links()).filter(({ state, user }) => state === 'Live' && user === person.user);
  expect(live.map(({ recordId }) => recordId)).toEqual(expect.arrayContaining(inSalesforce));
  return people.map((one, index) => ({
    ...one,
    inOutlook: inOutlook[index] as string,
    inSalesforce: inSalesforce[index] as string,
  }));
}
