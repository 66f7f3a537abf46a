import { expect } from 'vitest';
import type { World } from '../world.ts';
import type { Person } from './people.ts';

type Properties = Record<string, unknown>;

export interface LinkedContact {
  inOutlook: string;
  inSalesforce: string;
  email: string;
}

/** A contact that both sides hold, equal in all mapped fields but those in `more`, linked by a first sync. */
export async function linkedContact(
  world: World,
  person: Person,
  more: { outlook?: Properties; salesforce?: Properties } = {},
): Promise<LinkedContact> {
  const [contact] = await linkedContacts(world, person, 1, more);
  if (!contact) throw new Error('no contact was linked');
  return contact;
}

/** So many linked contacts, with the e-mail addresses `ana0@…`, `ana1@…` and so on. */
export async function linkedContacts(
  world: World,
  person: Person,
  count: number,
  more: { outlook?: Properties; salesforce?: Properties } = {},
): Promise<LinkedContact[]> {
  const emails = Array.from({ length: count }, (_, index) => `ana${index}@${person.email.replace('@', '.')}`);
  const inOutlook = await person.outlook.createsAll(
    emails.map((address) => ({
      givenName: 'Ana',
      surname: 'Diaz',
      emailAddresses: [{ address }],
      ...more.outlook,
    })),
  );
  const inSalesforce = await person.salesforce.createsAll(
    emails.map((Email) => ({ FirstName: 'Ana', LastName: 'Diaz', Email, ...more.salesforce })),
  );
  await world.syncs();
  const live = (await world.links()).filter(({ state, user }) => state === 'Live' && user === person.user);
  expect(live.map(({ recordId }) => recordId)).toEqual(expect.arrayContaining(inSalesforce));
  return emails.map((email, index) => ({
    email,
    inOutlook: inOutlook[index] as string,
    inSalesforce: inSalesforce[index] as string,
  }));
}
