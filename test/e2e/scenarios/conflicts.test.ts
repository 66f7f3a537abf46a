import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

scenario(
  'S-X1: a title changed in Outlook and a phone changed in Salesforce both survive on both sides',
  async ({ world }) => {
    const { ada } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);

    await ada.outlook.edits(inOutlook, { jobTitle: 'Director' });
    await ada.salesforce.edits(inSalesforce, { Phone: '+34 91 111 111' });
    await world.syncs();

    expect(await ada.outlook.sees(inOutlook)).toMatchObject({
      jobTitle: 'Director',
      businessPhones: ['+34 91 111 111'],
    });
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({
      Title: 'Director',
      Phone: '+34 91 111 111',
    });
    expect(await world.issues()).toEqual([]);
    await world.verify();
  },
);

scenario(
  'S-X1, the same field: the configured winner is on both sides and the other value is kept in a closed issue',
  async ({ world }) => {
    const { ada, admin } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);

    await ada.outlook.edits(inOutlook, { jobTitle: 'Director' });
    await ada.salesforce.edits(inSalesforce, { Title: 'Chair' });
    await world.syncs();
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ jobTitle: 'Chair' });

    await admin.sets({ Conflict_Winner__c: 'Exchange' });
    await ada.outlook.edits(inOutlook, { department: 'North' });
    await ada.salesforce.edits(inSalesforce, { Department: 'South' });
    await world.syncs();
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Chair', Department: 'North' });

    const conflicts = await world.issues();
    expect(conflicts.map(({ status }) => status)).toEqual(['Closed', 'Closed']);
    const kept = conflicts.map(({ details }) => details).join('\n');
    for (const losing of ['Director', 'South']) expect(kept).toContain(losing);
    await world.verify();
  },
);

scenario(
  'S-X1, where the latest change wins: it does on either side, by the stamps of each service, and the other value is kept',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    await admin.sets({ Conflict_Winner__c: 'Latest' });
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);

    await ada.outlook.edits(inOutlook, { jobTitle: 'Outlook, first' });
    await salesforce.advance(600);
    await ada.salesforce.edits(inSalesforce, { Title: 'Salesforce, later' });
    await world.syncs();
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ jobTitle: 'Salesforce, later' });

    await ada.salesforce.edits(inSalesforce, { Department: 'Salesforce, first' });
    await exchange.advance(1_200);
    await ada.outlook.edits(inOutlook, { department: 'Outlook, later' });
    await world.syncs();
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({
      Title: 'Salesforce, later',
      Department: 'Outlook, later',
    });

    const kept = (await world.issues()).map(({ details }) => details).join('\n');
    for (const losing of ['Outlook, first', 'Salesforce, first']) expect(kept).toContain(losing);
    await world.verify();
  },
);

scenario('S-X2: the same new mobile number on both sides is no conflict and no write', async ({ world }) => {
  const { ada, exchange, salesforce } = world;
  const { inOutlook, inSalesforce } = await linkedContact(world, ada);

  await ada.outlook.edits(inOutlook, { mobilePhone: '+1 555 1' });
  await ada.salesforce.edits(inSalesforce, { MobilePhone: '+1 555 1' });
  await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
  await world.syncs();

  const none = { created: 0, updated: 0, deleted: 0 };
  expect((await exchange.counters()).writes).toEqual(none);
  expect((await salesforce.counters()).writes).toEqual(none);
  expect(await world.issues()).toEqual([]);
  await world.verify();
});

scenario(
  'S-X4: the same person created on both sides before any pass becomes one; differing fields go by policy',
  async ({ world }) => {
    const { ada } = world;
    const inOutlook = await ada.outlook.creates({
      givenName: 'Pia',
      surname: 'Holm',
      emailAddresses: [{ address: 'p@example.test' }],
      mobilePhone: '+45 11',
      jobTitle: 'Lawyer',
    });
    const inSalesforce = await ada.salesforce.creates({
      FirstName: 'Pia',
      LastName: 'Holm',
      Email: 'p@example.test',
      MobilePhone: '+45 22',
      Department: 'Legal',
    });

    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(1);
    expect(await ada.salesforce.contacts()).toHaveLength(1);
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({
      mobilePhone: '+45 22',
      jobTitle: 'Lawyer',
      department: 'Legal',
    });
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({
      MobilePhone: '+45 22',
      Title: 'Lawyer',
      Department: 'Legal',
    });
    const [conflict, ...more] = await world.issues();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ status: 'Closed' });
    expect(conflict?.details).toContain('+45 11');
    await world.verify();
  },
);

/** Waits until the fault has met its request. */
async function met({ fired }: { readonly fired: () => Promise<number> }): Promise<void> {
  await expect.poll(fired, { timeout: 60_000, interval: 50 }).toBe(1);
}

scenario(
  'S-X3: an edit in Outlook between the read and the write of a pass is never overwritten unseen: it is decided as a change on both sides',
  async ({ world }) => {
    const { ada, exchange } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await ada.salesforce.edits(inSalesforce, { Title: 'From Salesforce', Department: 'From Salesforce' });
    const write = await exchange.fault({
      match: { method: 'PATCH', path: '/contacts/', body: 'From Salesforce' },
      effect: { kind: 'delay', ms: 3_000 },
    });

    const running = world.sync();
    await met(write);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Version six', mobilePhone: '+1 555 6' });
    await running;
    await world.syncs();

    expect(await ada.outlook.sees(inOutlook)).toMatchObject({
      jobTitle: 'From Salesforce',
      department: 'From Salesforce',
      mobilePhone: '+1 555 6',
    });
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ MobilePhone: '+1 555 6' });
    const [conflict] = await world.issues();
    expect(conflict).toMatchObject({ code: 'TDM-C-CONFLICT', status: 'Closed' });
    expect(conflict?.details).toContain('Version six');
    await world.verify();
  },
);

scenario(
  'S-X5: a second edit in Outlook while the first one is on its way to Salesforce arrives too, and the own write starts none',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Edit one' });
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
    const write = await salesforce.fault({
      match: { body: '"Title":"Edit one"', member: false },
      effect: { kind: 'delay', ms: 3_000 },
    });

    const running = world.sync();
    await met(write);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Edit two' });
    await running;
    await world.syncs();

    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ jobTitle: 'Edit two' });
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Edit two' });
    expect((await exchange.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
    expect((await salesforce.counters()).writes).toEqual({ created: 0, updated: 2, deleted: 0 });
    expect(await world.issues()).toEqual([]);
    await world.verify();
  },
);
