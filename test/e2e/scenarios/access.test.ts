import { expect } from 'vitest';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';
import type { Person } from '../world/people.ts';
import { allowsField, letsEdit } from '../world/permissions.ts';

const address = 'ana@example.test';
const ana = { givenName: 'Ana', surname: 'Diaz', emailAddresses: [{ address }], companyName: 'Acme' };

/** Bob's contact of an account, which others see as the organization-wide default lets them. */
async function bobsContact(world: World): Promise<string> {
  await world.admin.createsAccount('Acme');
  return world.bob.salesforce.creates({
    FirstName: 'Ana',
    LastName: 'Diaz',
    Email: address,
    Account: 'Acme',
  });
}

/** The same with a contact in Ada's Outlook that is linked to it. */
async function linkedToBobs(world: World): Promise<{ record: string; item: string }> {
  const record = await bobsContact(world);
  const item = await world.ada.outlook.creates(ana);
  await world.syncs();
  expect(await linkOf(world, world.ada)).toMatchObject({ state: 'Live', recordId: record, exchangeId: item });
  return { record, item };
}

const linkOf = async (world: World, { user }: Person) =>
  (await world.links()).find((link) => link.user === user);
const issuesOf = async (world: World, item: string) =>
  (await world.issues()).filter(({ exchangeId }) => exchangeId === item);
/** A sync with what is due once in 24 hours. */
const overnight = (world: World) => world.sync(['--nightly']);

scenario("a colleague's private contact is not found by its e-mail address or name", async ({ world }) => {
  const { ada, bob } = world;
  const bobs = await bob.salesforce.creates({
    FirstName: 'Ana',
    LastName: 'Diaz',
    Email: address,
    Title: 'Secret',
  });
  const item = await ada.outlook.creates({
    givenName: 'Ana',
    surname: 'Diaz',
    emailAddresses: [{ address }],
  });

  await world.syncs();

  const link = await linkOf(world, ada);
  expect(link?.recordId).not.toBe(bobs);
  expect(await ada.salesforce.sees(String(link?.recordId))).toMatchObject({ OwnerId: ada.user });
  expect((await ada.outlook.sees(item)).jobTitle ?? null).toBeNull();
  await world.verify({ apart: [address] });
});

scenario(
  'access that is lost over night ends the link and keeps the contact; regained, it lives again without a copy',
  async ({ world }) => {
    const { ada, bob } = world;
    const { record, item } = await linkedToBobs(world);
    await world.salesforce.opens({ Account: 'Private', Contact: 'Private' });
    await world.syncs();
    expect(await linkOf(world, ada)).toMatchObject({ state: 'Live' });

    await overnight(world);
    await bob.salesforce.edits(record, { Title: 'Secret' });
    await world.syncs();
    expect(await linkOf(world, ada)).toMatchObject({ state: 'Suppressed', reason: 'AccessLost' });
    expect(await issuesOf(world, item)).toMatchObject([
      { code: 'TDM-C-ACCESS-LOST', status: 'Open', recordId: null },
    ]);
    expect((await ada.outlook.sees(item)).jobTitle ?? null).toBeNull();

    await world.salesforce.shares(record, ada.user, 'Edit');
    await overnight(world);
    expect(await linkOf(world, ada)).toMatchObject({ state: 'Live', exchangeId: item });
    expect(await ada.outlook.sees(item)).toMatchObject({ jobTitle: 'Secret' });
    expect(await issuesOf(world, item)).toMatchObject([{ status: 'Closed' }]);
    await world.verify();
  },
);

scenario(
  'a copy that Tandem made goes with the access to its record, unless the user changed it, and comes back with it',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.createsAccount('Acme');
    const [left, edited] = await ada.salesforce.createsAll([
      { FirstName: 'Ana', LastName: 'Diaz', Account: 'Acme' },
      { FirstName: 'Eva', LastName: 'Reis', Account: 'Acme' },
    ]);
    await world.syncs();
    const inOutlook = async () =>
      (await ada.outlook.contacts()).map(({ properties }) => properties.givenName).toSorted();
    expect(await inOutlook()).toEqual(['Ana', 'Eva']);
    const evas = (await ada.outlook.contacts()).find(({ properties }) => properties.givenName === 'Eva');
    await world.salesforce.opens({ Account: 'Private', Contact: 'Private' });
    await ada.outlook.edits(String(evas?.id), { jobTitle: 'Noted by Ada' });
    for (const id of [left, edited])
      await world.salesforce.update('Contact', String(id), { OwnerId: bob.user }, bob.user);

    await world.syncs();
    expect(await inOutlook()).toEqual(['Eva']);
    expect(await issuesOf(world, String(evas?.id))).toMatchObject([
      { code: 'TDM-C-ACCESS-LOST', status: 'Open' },
    ]);
    const adas = (await world.links()).filter(({ user }) => user === ada.user);
    expect(adas.map(({ reason }) => reason)).toEqual(['AccessLost', 'AccessLost']);

    for (const id of [left, edited])
      await world.salesforce.update('Contact', String(id), { OwnerId: ada.user }, bob.user);
    await world.syncs();
    expect(await inOutlook()).toEqual(['Ana', 'Eva']);
    await world.verify();
  },
);

scenario(
  'a contact that its user may only read takes nothing from Outlook, where the change waits until it may be written',
  async ({ world }) => {
    const { ada, bob } = world;
    await world.salesforce.opens({ Account: 'Read' });
    const { record, item } = await linkedToBobs(world);
    const writes = await world.salesforce.watch({ body: '\\+351 21|Lead buyer' });

    await ada.outlook.edits(item, { mobilePhone: '+351 21 000', jobTitle: 'Lead buyer' });
    await world.syncs();
    await bob.salesforce.edits(record, { Department: 'Sales' });
    await world.syncs();

    expect(await writes.seen()).toBe(0);
    expect(await ada.outlook.sees(item)).toMatchObject({ department: 'Sales', jobTitle: 'Lead buyer' });
    const waiting = async () =>
      (await issuesOf(world, item)).filter(({ code }) => code === 'TDM-C-NOT-EDITABLE');
    expect(await waiting()).toMatchObject([{ status: 'Open', field: 'Title, MobilePhone' }]);

    await bob.salesforce.edits(record, { Title: 'Chief buyer' });
    await world.syncs();
    expect(await ada.outlook.sees(item)).toMatchObject({
      jobTitle: 'Chief buyer',
      mobilePhone: '+351 21 000',
    });
    const kept = (await issuesOf(world, item)).filter(({ code }) => code === 'TDM-C-CONFLICT');
    expect(kept).toMatchObject([
      { status: 'Closed', details: expect.stringContaining('Lead buyer') as string },
    ]);

    await world.salesforce.opens({ Account: 'ReadWrite' });
    await overnight(world);
    expect(await bob.salesforce.sees(record)).toMatchObject({
      Title: 'Chief buyer',
      MobilePhone: '+351 21 000',
    });
    expect((await waiting()).every(({ status }) => status === 'Closed')).toBe(true);
    await world.verify();
  },
);

scenario(
  'two users of one contact see and change of it what each may see and change, and are told once what they lack',
  async ({ world }) => {
    const { ada, bob } = world;
    const { record, item } = await linkedToBobs(world);
    const bobs = String((await linkOf(world, bob))?.exchangeId);
    await letsEdit(world, ada.user, ['Title', 'Department']);
    await allowsField(world, 'Title', 'none');
    await allowsField(world, 'Department', 'read');

    await ada.outlook.edits(item, { jobTitle: 'Secret', department: 'Sales' });
    await world.syncs();
    await bob.outlook.edits(bobs, { department: 'Marketing' });
    await world.syncs();

    expect(await bob.salesforce.sees(record)).toMatchObject({ Title: 'Secret', Department: 'Sales' });
    const inOutlook = await bob.outlook.sees(bobs);
    expect([inOutlook.jobTitle ?? null, inOutlook.department]).toEqual([null, 'Marketing']);
    const told = (await world.issues()).filter(({ code }) => code === 'TDM-M-FIELDS');
    expect(told).toMatchObject([{ user: bob.user, status: 'Open' }]);
    expect(told[0]?.reason).toMatch(/Not visible: .*\(Title\)\. Not editable: .*\(Department\)/);
    await world.verify({ unmapped: ['Title', 'Department'] });

    await letsEdit(world, bob.user, ['Title', 'Department']);
    await world.syncs();
    expect(await ada.outlook.sees(item)).toMatchObject({ jobTitle: 'Secret', department: 'Marketing' });
    expect(await bob.outlook.sees(bobs)).toMatchObject({ jobTitle: 'Secret', department: 'Marketing' });
    await world.verify();
  },
);

scenario('companies are looked for among the accounts that the user can see', async ({ world }) => {
  const { ada, admin } = world;
  await world.salesforce.opens({ Account: 'Private', Contact: 'Private' });
  const hidden = await admin.createsAccount('Acme');
  await admin.createsAccount('Acme Holding');
  const item = await ada.outlook.creates(ana);

  await world.syncs();
  expect((await ada.salesforce.contacts()).map(({ accountId }) => accountId)).toEqual([null]);
  const listed = (await issuesOf(world, item)).find(({ code }) => code === 'TDM-C-COMPANY');
  expect(listed?.details).not.toContain('Acme Holding');

  await world.salesforce.shares(hidden, ada.user, 'Read');
  await overnight(world);
  await ada.outlook.edits(item, { jobTitle: 'Buyer' });
  await world.syncs();
  expect((await ada.salesforce.contacts()).map(({ accountId }) => accountId)).toEqual([hidden]);
  await world.verify();
});

scenario(
  "a colleague's person account is read, written and lost by the access to its account, and lives again without a copy",
  async ({ world }) => {
    const { ada, bob, admin, salesforce } = world;
    await salesforce.setsUp({ organization: { personAccounts: true } });
    await salesforce.opens({ Account: 'Read', Contact: 'ControlledByParent' });
    await admin.sets({ Include_Person_Accounts__c: true });
    const bridge = await admin.mayWritePersonAccounts();
    const account = await admin.createsAccount('', {
      Name: null,
      FirstName: 'Ana',
      LastName: 'Diaz',
      PersonEmail: address,
      OwnerId: bob.user,
    });
    await salesforce.share(account, bridge, bob.user, 'Edit');
    const { companyName: _, ...person } = ana;
    const item = await ada.outlook.creates(person);
    await world.syncs();
    expect(await linkOf(world, ada)).toMatchObject({ state: 'Live', exchangeId: item });
    const inSalesforce = async () => (await salesforce.rows('Account')).find(({ Id }) => Id === account);

    await ada.outlook.edits(item, { mobilePhone: '+351 21 000' });
    await world.syncs();
    expect((await inSalesforce())?.PersonMobilePhone ?? null).toBeNull();
    const open = async () => (await issuesOf(world, item)).filter(({ status }) => status === 'Open');
    expect(await open()).toMatchObject([{ code: 'TDM-C-NOT-EDITABLE', field: 'MobilePhone' }]);

    await salesforce.opens({ Account: 'ReadWrite', Contact: 'ControlledByParent' });
    await overnight(world);
    expect(await inSalesforce()).toMatchObject({ PersonMobilePhone: '+351 21 000' });
    expect(await open()).toEqual([]);
    await world.verify();

    await salesforce.opens({ Account: 'Private', Contact: 'ControlledByParent' });
    await overnight(world);
    await admin.edits('Account', account, { PersonTitle: 'Secret' });
    await world.syncs();
    expect(await linkOf(world, ada)).toMatchObject({ state: 'Suppressed', reason: 'AccessLost' });
    expect(await open()).toMatchObject([{ code: 'TDM-C-ACCESS-LOST', recordId: null }]);
    expect((await ada.outlook.sees(item)).jobTitle ?? null).toBeNull();

    await salesforce.shares(account, ada.user, 'Edit');
    await overnight(world);
    expect(await linkOf(world, ada)).toMatchObject({ state: 'Live', exchangeId: item });
    expect(await ada.outlook.sees(item)).toMatchObject({ jobTitle: 'Secret' });
    expect(await open()).toEqual([]);
    await world.verify();
  },
);
