import { expect } from 'vitest';
import { scenario } from '../scenario.ts';

const ana = {
  givenName: 'Ana',
  surname: 'Diaz',
  emailAddresses: [{ address: 'ana@example.test' }],
  companyName: 'Acme',
};

scenario(
  'a contact that two people have in Outlook becomes one record, though both sync for the first time at once',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    // Without an account each would see only their own.
    await admin.createsAccount('Acme');
    const adas = await ada.outlook.creates({ ...ana, jobTitle: 'Buyer' });
    const bobs = await bob.outlook.creates({ ...ana, mobilePhone: '+351 91 000' });

    await world.syncs();

    const links = await world.links();
    expect(links.map(({ state }) => state)).toEqual(['Live', 'Live']);
    expect(new Set(links.map(({ recordId }) => recordId)).size).toBe(1);
    expect(await ada.salesforce.sees(String(links[0]?.recordId))).toMatchObject({
      Title: 'Buyer',
      MobilePhone: '+351 91 000',
    });
    // Stamps have whole seconds: what changed twice within one is read again a little later.
    const later = async () => {
      await world.syncs();
      return [await ada.outlook.sees(adas), await bob.outlook.sees(bobs)];
    };
    await expect
      .poll(later, { timeout: 30_000 })
      .toMatchObject([{ mobilePhone: '+351 91 000' }, { jobTitle: 'Buyer' }]);
    await world.verify();
  },
);

scenario(
  'a company that is new to two people gets one account, though both sync for the first time at once',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.sets({ Unknown_Company__c: 'Create' });
    await ada.outlook.creates({ givenName: 'Ana', surname: 'Diaz', companyName: 'Acme' });
    await bob.outlook.creates({ givenName: 'Ben', surname: 'Egli', companyName: 'ACME' });

    await world.syncs();

    const accounts = await world.salesforce.accounts();
    expect(accounts).toHaveLength(1);
    expect((await world.salesforce.contacts()).map(({ accountId }) => accountId)).toEqual([
      accounts[0]?.id,
      accounts[0]?.id,
    ]);
    await world.verify();
  },
);
