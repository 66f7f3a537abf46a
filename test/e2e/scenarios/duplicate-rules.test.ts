import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const MOBILE = '+351 910 000 001';

async function rule(world: World, action: 'Alert' | 'Block', active = true): Promise<void> {
  const match = [{ field: 'MobilePhone' }];
  const duplicateRules = [
    { name: 'One_Mobile', object: 'Contact' as const, onCreate: action, onEdit: action, match, active },
  ];
  await world.salesforce.setsUp({ duplicateRules });
}

const inSalesforce = { FirstName: 'Ana', LastName: 'Diaz', Email: 'ana@example.test', MobilePhone: MOBILE };
const inOutlook = {
  givenName: 'Anna',
  surname: 'Dias',
  emailAddresses: [{ address: 'private@example.test' }],
  mobilePhone: MOBILE,
  jobTitle: 'Buyer',
};

async function openIssues(world: World) {
  return (await world.issues()).filter(({ status }) => status === 'Open');
}

scenario(
  'a rule that blocks: the contact is paired with its match, and what both sides had is kept',
  async ({ world }) => {
    const { ada } = world;
    await rule(world, 'Block');
    const record = await ada.salesforce.creates(inSalesforce);
    const item = await ada.outlook.creates(inOutlook);

    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(1);
    expect(await ada.outlook.contacts()).toHaveLength(1);
    expect(await ada.outlook.sees(item)).toMatchObject({ surname: 'Diaz', mobilePhone: MOBILE });
    expect(await ada.salesforce.sees(record)).toMatchObject({ LastName: 'Diaz', Title: 'Buyer' });
    expect((await world.links()).filter(({ state }) => state === 'Live')).toMatchObject([
      { exchangeId: item, recordId: record },
    ]);
    expect(await openIssues(world)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'a rule that blocks: a match that is linked already is never linked twice, and the contact is listed',
  async ({ world }) => {
    const { ada } = world;
    await rule(world, 'Block');
    const record = await ada.salesforce.creates(inSalesforce);
    await world.syncs();
    const [first, second] = await ada.outlook.createsAll([inOutlook, { ...inOutlook, surname: 'Costa' }]);

    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(1);
    const issues = await openIssues(world);
    expect(issues.map(({ code, exchangeId }) => [code, exchangeId]).toSorted()).toEqual(
      [
        ['TDM-C-DUPLICATE', first],
        ['TDM-C-DUPLICATE', second],
      ].toSorted(),
    );
    expect(issues[0]?.details).toContain(record);
    const attempts = await world.salesforce.watch({ body: 'Costa' });
    await world.syncs();
    expect(await attempts.seen()).toBe(0);
    await world.verify();
  },
);

scenario(
  "a rule that blocks because of somebody else's contact: listed without showing it, and saved once the rule lets it",
  async ({ world }) => {
    const { ada, bob } = world;
    await rule(world, 'Block');
    const record = await bob.salesforce.creates(inSalesforce);
    await world.syncs();
    const item = await ada.outlook.creates(inOutlook);

    await world.syncs();

    const issues = await openIssues(world);
    expect(issues).toMatchObject([{ code: 'TDM-C-DUPLICATE', exchangeId: item, user: ada.user }]);
    expect(JSON.stringify(issues)).not.toContain(record);
    expect(await ada.salesforce.contacts()).toHaveLength(1);

    await rule(world, 'Block', false);
    await ada.outlook.edits(item, { jobTitle: 'Head of buying' });
    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(2);
    expect(await openIssues(world)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'a rule that alerts: saved all the same, unless the configuration says to skip, for people side by side',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await rule(world, 'Alert');
    await admin.moves(bob.user, { Duplicate_Alert__c: 'Skip' });
    for (const person of [ada, bob]) {
      await person.salesforce.creates({
        ...inSalesforce,
        Email: person.email,
        MobilePhone: `${MOBILE}${person.email}`,
      });
    }
    await world.syncs();
    const items = await Promise.all(
      [ada, bob].map((person) =>
        person.outlook.creates({ ...inOutlook, mobilePhone: `${MOBILE}${person.email}` }),
      ),
    );

    await world.syncs();

    const owners = (await ada.salesforce.contacts()).map(({ owner }) => owner);
    expect(owners.toSorted()).toEqual([ada.user, ada.user, bob.user].toSorted());
    expect(await openIssues(world)).toMatchObject([
      { code: 'TDM-C-DUPLICATE', exchangeId: items[1], user: bob.user },
    ]);
    await world.verify();
  },
);

scenario('a rule that blocks an edit: listed, and the value in Outlook stays', async ({ world }) => {
  const { ada } = world;
  await rule(world, 'Block');
  const linked = await linkedContact(world, ada);
  const other = await ada.salesforce.creates(inSalesforce);
  await world.syncs();

  await ada.outlook.edits(linked.inOutlook, { mobilePhone: MOBILE });
  await world.syncs();

  expect(await ada.outlook.sees(linked.inOutlook)).toMatchObject({ mobilePhone: MOBILE });
  expect(await openIssues(world)).toMatchObject([
    {
      code: 'TDM-C-DUPLICATE',
      recordId: linked.inSalesforce,
      details: expect.stringContaining(other) as string,
    },
  ]);

  await ada.outlook.edits(linked.inOutlook, { mobilePhone: '+351 910 000 002' });
  await world.syncs();
  expect(await ada.salesforce.sees(linked.inSalesforce)).toMatchObject({ MobilePhone: '+351 910 000 002' });
  expect(await openIssues(world)).toEqual([]);
  await world.verify();
});
