import { expect } from 'vitest';
import { linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

scenario(
  'S-D1: with deletes carried over, a contact deleted in Outlook is deleted in Salesforce once and never comes back',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    const [gone, ...others] = await linkedContacts(world, ada, 6);
    if (!gone) throw new Error('nothing was linked');
    await world.salesforce.clearCounters();

    await ada.outlook.deletes(gone.inOutlook);
    await world.syncs();

    const left = others.map(({ inSalesforce }) => inSalesforce).toSorted();
    const inSalesforce = async () => (await ada.salesforce.contacts()).map(({ id }) => id).toSorted();
    expect(await inSalesforce()).toEqual(left);
    expect((await world.salesforce.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 1 });

    await world.exchange.purgeCursors();
    await world.syncs();
    await world.exchange.clearCounters();
    await admin.requests('ResetContacts', ada.user);
    await world.syncs();
    expect(await world.salesforce.rows('Tandem_Request__c')).toMatchObject([{ Status__c: 'Done' }]);
    expect((await world.exchange.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
    await world.database.lose();
    await world.syncs();

    expect(await inSalesforce()).toEqual(left);
    expect(await ada.outlook.contacts()).toHaveLength(5);
    expect((await world.salesforce.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 1 });
    const ended = (await world.links()).filter(({ exchangeId }) => exchangeId === gone.inOutlook);
    expect(ended).toMatchObject([{ state: 'Suppressed', reason: 'DeletedByPolicy' }]);
    await world.verify();
  },
);

scenario(
  'S-D1, the default: a contact deleted in Outlook stays in Salesforce and is not created in Outlook again',
  async ({ world }) => {
    const { ada } = world;
    const [gone] = await linkedContacts(world, ada, 6);
    if (!gone) throw new Error('nothing was linked');

    await ada.outlook.deletes(gone.inOutlook);
    await world.syncs();
    await world.exchange.purgeCursors();
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(6);
    expect(await ada.outlook.contacts()).toHaveLength(5);
    await world.verify();
  },
);

scenario(
  'S-D1, the other way: with deletes carried over, a contact deleted in Salesforce is deleted in Outlook once',
  async ({ world }) => {
    const { ada, admin, exchange } = world;
    await admin.sets({ Contact_Deletes_To_Exchange__c: 'Delete' });
    const [gone] = await linkedContacts(world, ada, 6);
    if (!gone) throw new Error('nothing was linked');
    await exchange.clearCounters();

    await ada.salesforce.deletes(gone.inSalesforce);
    await world.syncs();
    await exchange.purgeCursors();
    await world.syncs();

    expect((await ada.outlook.contacts()).map(({ id }) => id)).not.toContain(gone.inOutlook);
    expect(await ada.salesforce.contacts()).toHaveLength(5);
    expect((await exchange.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 1 });
    await world.verify();
  },
);

scenario(
  'S-D2: an edit in Salesforce survives the deletion in Outlook: the contact is created there anew, once',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    const [contact] = await linkedContacts(world, ada, 6);
    if (!contact) throw new Error('nothing was linked');

    await ada.outlook.deletes(contact.inOutlook);
    await ada.salesforce.edits(contact.inSalesforce, { Title: 'Head of sales' });
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(6);
    const again = (await ada.outlook.contacts()).filter(
      ({ properties }) => properties.jobTitle === 'Head of sales',
    );
    expect(again).toHaveLength(1);
    const live = (await world.links()).filter(
      ({ state, recordId }) => state === 'Live' && recordId === contact.inSalesforce,
    );
    expect(live).toMatchObject([{ exchangeId: again[0]?.id }]);
    await world.verify();
  },
);

scenario(
  'S-D4: a user taken out and put back: nothing is deleted or copied, and edits made meanwhile sync',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    const [first, second] = await linkedContacts(world, ada, 6);
    if (!first || !second) throw new Error('nothing was linked');
    const linksBefore = await world.links();
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    await admin.disconnects(ada.user);
    await world.sync();
    await ada.outlook.edits(first.inOutlook, { jobTitle: 'Architect' });
    await ada.salesforce.edits(second.inSalesforce, { Title: 'Engineer' });
    await world.sync();

    const none = { created: 0, updated: 0, deleted: 0 };
    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await ada.salesforce.contacts()).toHaveLength(6);

    await admin.connects(ada.user);
    await world.syncs();

    expect(await ada.salesforce.sees(first.inSalesforce)).toMatchObject({ Title: 'Architect' });
    expect(await ada.outlook.sees(second.inOutlook)).toMatchObject({ jobTitle: 'Engineer' });
    expect((await exchange.counters()).writes).toEqual({ ...none, updated: 1 });
    expect((await salesforce.counters()).writes).toEqual({ ...none, updated: 1 });
    const live = (await world.links()).filter(({ state }) => state === 'Live');
    expect(live.map(({ key }) => key).toSorted()).toEqual(linksBefore.map(({ key }) => key).toSorted());
    await world.verify();
  },
);

scenario(
  'a configuration switched off and on again: nothing is deleted or copied, and edits made meanwhile sync',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    await admin.sets({
      Contact_Deletes_To_Salesforce__c: 'Delete',
      Contact_Deletes_To_Exchange__c: 'Delete',
    });
    const [first, second] = await linkedContacts(world, ada, 6);
    if (!first || !second) throw new Error('nothing was linked');
    const none = { created: 0, updated: 0, deleted: 0 };
    const live = async () =>
      (await world.links()).filter(({ state }) => state === 'Live').map(({ key }) => key);
    const linksBefore = (await live()).toSorted();
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    await admin.sets({ Active__c: false });
    await world.sync();
    await ada.outlook.edits(first.inOutlook, { jobTitle: 'Architect' });
    await ada.salesforce.edits(second.inSalesforce, { Title: 'Engineer' });
    await world.sync();

    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await ada.salesforce.contacts()).toHaveLength(6);
    expect((await live()).toSorted()).toEqual(linksBefore);

    await admin.sets({ Active__c: true });
    await world.syncs();

    expect(await ada.salesforce.sees(first.inSalesforce)).toMatchObject({ Title: 'Architect' });
    expect(await ada.outlook.sees(second.inOutlook)).toMatchObject({ jobTitle: 'Engineer' });
    expect((await exchange.counters()).writes).toEqual({ ...none, updated: 1 });
    expect((await salesforce.counters()).writes).toEqual({ ...none, updated: 1 });
    expect((await live()).toSorted()).toEqual(linksBefore);
    await world.verify();
  },
);

for (const toSalesforce of ['Keep', 'Delete'] as const)
  for (const toExchange of ['Keep', 'Delete'] as const)
    scenario(
      `deletions carried to Salesforce: ${toSalesforce}, to Outlook: ${toExchange}: each side follows its own setting, and nothing comes back`,
      async ({ world }) => {
        const { ada, admin, exchange } = world;
        await admin.sets({
          Contact_Deletes_To_Salesforce__c: toSalesforce,
          Contact_Deletes_To_Exchange__c: toExchange,
        });
        const [inOutlook, inSalesforce, inBoth] = await linkedContacts(world, ada, 6);
        if (!inOutlook || !inSalesforce || !inBoth) throw new Error('nothing was linked');

        await ada.outlook.deletes(inOutlook.inOutlook);
        await ada.salesforce.deletes(inSalesforce.inSalesforce);
        await ada.outlook.deletes(inBoth.inOutlook);
        await ada.salesforce.deletes(inBoth.inSalesforce);
        await world.syncs();
        await exchange.purgeCursors();
        await world.syncs();

        const items = (await ada.outlook.contacts()).map(({ id }) => id);
        const records = (await ada.salesforce.contacts()).map(({ id }) => id);
        expect(records.includes(inOutlook.inSalesforce)).toBe(toSalesforce === 'Keep');
        expect(items.includes(inSalesforce.inOutlook)).toBe(toExchange === 'Keep');
        expect(records).toHaveLength(toSalesforce === 'Keep' ? 4 : 3);
        expect(items).toHaveLength(toExchange === 'Keep' ? 4 : 3);
        await world.verify();
      },
    );

scenario(
  "a contact that belongs to somebody else is not deleted in Salesforce from Outlook: only this mailbox's link ends, and an issue says so",
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    await admin.createsAccount('Acme');
    const address = { emailAddresses: [{ address: 'shared@example.test' }], companyName: 'Acme' };
    const record = await bob.salesforce.creates({
      LastName: 'Shared',
      Email: 'shared@example.test',
      Account: 'Acme',
    });
    const adas = await ada.outlook.creates({ surname: 'Shared', ...address });
    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(1);

    await ada.outlook.deletes(adas);
    await world.syncs();

    expect((await bob.salesforce.contacts()).map(({ id }) => id)).toEqual([record]);
    expect(await bob.outlook.contacts()).toHaveLength(1);
    expect(await world.issues()).toMatchObject([
      { code: 'TDM-C-NOT-OWNER', user: ada.user, recordId: record, status: 'Open' },
    ]);
    await world.verify();
  },
);

scenario(
  'what another person deleted in Salesforce after an edit in Outlook is not made anew until somebody asks, and then once',
  async ({ world }) => {
    const { ada, bob, admin, exchange } = world;
    await admin.sets({ Contact_Deletes_To_Exchange__c: 'Delete' });
    const [contact] = await linkedContacts(world, ada, 6);
    if (!contact) throw new Error('nothing was linked');

    await ada.outlook.edits(contact.inOutlook, { jobTitle: 'Edited meanwhile' });
    await bob.salesforce.deletes(contact.inSalesforce);
    await world.syncs();
    await exchange.purgeCursors();
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(5);
    expect(await ada.outlook.sees(contact.inOutlook)).toMatchObject({ jobTitle: 'Edited meanwhile' });
    const [issue] = await world.issues();
    expect(issue).toMatchObject({ code: 'TDM-C-DELETED-BY-OTHER', exchangeId: contact.inOutlook });
    await world.verify();

    await admin.resolves(issue?.id ?? '', 'Retry');
    await world.syncs();

    const again = (await ada.salesforce.contacts()).filter(
      ({ fields }) => fields.Title === 'Edited meanwhile',
    );
    expect(again).toHaveLength(1);
    expect(await ada.salesforce.contacts()).toHaveLength(6);
    expect((await world.issues()).map(({ status }) => status)).toEqual(['Closed']);
    await world.verify();
  },
);

scenario(
  'what the user deleted in Salesforce after an edit in Outlook is made anew: edit beats delete',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.sets({ Contact_Deletes_To_Exchange__c: 'Delete' });
    const [contact] = await linkedContacts(world, ada, 6);
    if (!contact) throw new Error('nothing was linked');

    await ada.outlook.edits(contact.inOutlook, { jobTitle: 'Edited meanwhile' });
    await ada.salesforce.deletes(contact.inSalesforce);
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(6);
    expect((await ada.salesforce.contacts()).map(({ fields }) => fields.Title)).toContain('Edited meanwhile');
    expect(await ada.outlook.contacts()).toHaveLength(6);
    await world.verify();
  },
);

/** 520 linked contacts of which 500 were deleted in Outlook, and one more edited in Salesforce; the deletions are held. */
async function massDeletion(world: World) {
  const { ada, admin, salesforce } = world;
  await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
  const contacts = await linkedContacts(world, ada, 520);
  const deleted = contacts.slice(0, 500);
  for (const { inOutlook } of deleted) await ada.outlook.deletes(inOutlook);
  const edited = contacts[510];
  if (!edited) throw new Error('nothing was linked');
  await ada.salesforce.edits(edited.inSalesforce, { Title: 'Goes through' });
  await salesforce.clearCounters();

  const { mailboxes } = await world.sync();

  expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({
    state: 'Held',
    problem: 'TDM-M-HELD',
  });
  const open = (await world.issues()).filter(({ status }) => status === 'Open');
  expect(open).toMatchObject([{ code: 'TDM-M-HELD', reason: expect.stringContaining('500') as string }]);
  expect((await salesforce.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
  expect(await ada.outlook.sees(edited.inOutlook)).toMatchObject({ jobTitle: 'Goes through' });
  return deleted;
}

scenario(
  'S-D3: 500 of 520 contacts deleted at once are held and counted, an edit goes through, and an admin has them deleted',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await massDeletion(world);

    await admin.requests('Approve', ada.user);
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(20);
    expect((await salesforce.counters()).writes).toMatchObject({ created: 0, deleted: 500 });
    expect((await world.issues()).filter(({ status }) => status === 'Open')).toEqual([]);
    await world.verify();
  },
  300_000,
);

scenario(
  'S-D3, restored first: when the 500 contacts are taken back out of Deleted Items, nothing is deleted, approved or not',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    const deleted = await massDeletion(world);

    for (const { inOutlook } of deleted) await ada.outlook.restores(inOutlook);
    await admin.requests('Approve', ada.user);
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(520);
    expect(await ada.outlook.contacts()).toHaveLength(520);
    expect((await salesforce.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
    expect((await world.issues()).filter(({ status }) => status === 'Open')).toEqual([]);
    await world.verify();
  },
  300_000,
);

scenario(
  'many deletions spread over many mailboxes at once: no more than 200 in the org are carried over, the rest is held until an admin approves',
  async ({ world }) => {
    const { ada, bob, admin, exchange } = world;
    await admin.sets({ Contact_Deletes_To_Exchange__c: 'Delete' });
    const people = [ada, bob];
    while (people.length < 21) people.push(await world.hires(`Seller${people.length}`));
    const records = [];
    for (const { salesforce } of people)
      records.push(
        await salesforce.createsAll(Array.from({ length: 11 }, (_, index) => ({ LastName: `No. ${index}` }))),
      );
    await world.syncs();
    await exchange.clearCounters();

    // Ten of eleven are few enough for each mailbox.
    for (const [place, { salesforce }] of people.entries())
      for (const id of records[place]?.slice(1) ?? []) await salesforce.deletes(id);
    const { mailboxes } = await world.sync();

    const deleted = async () => (await exchange.counters()).writes.deleted;
    const held = mailboxes.filter(({ state }) => state === 'Held').map(({ user }) => user);
    expect(held).toHaveLength(1);
    expect(await deleted()).toBe(200);

    for (const user of held) await admin.requests('Approve', user);
    await world.syncs();
    expect(await deleted()).toBe(210);
    await world.verify();
  },
);
