import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** Salesforce knows no deletions, and finds no records of the object, neither one by one nor all together. */
async function answersNothing({ salesforce }: World, object: 'Contact' | 'Event') {
  const beyond = [{ errorCode: 'INVALID_REPLICATION_DATE', message: 'startDate is beyond the log' }];
  await salesforce.fault({
    match: { path: `/sobjects/${object}/deleted/` },
    times: 0,
    effect: { kind: 'status', status: 400, body: beyond },
  });
  return salesforce.fault({
    match: { method: 'GET', path: `FROM ${object}( |$)` },
    times: 0,
    effect: { kind: 'status', status: 200, body: { totalSize: 0, done: true, records: [] } },
  });
}

/** So late that changed records are no longer read a second time: what was known of all of them is not told again. */
async function laterThatDay(world: World) {
  await world.salesforce.advance(3600);
  await world.syncs();
}

async function live(world: World) {
  return (await world.links()).filter(({ state }) => state === 'Live').map(({ key }) => key);
}

async function openCodes(world: World) {
  return (await world.issues()).filter(({ status }) => status === 'Open').map(({ code }) => code);
}

scenario(
  'Salesforce answers with no contacts where there were many: it is held, and all goes on when they show again',
  async ({ world }) => {
    const { ada, bob, admin, salesforce } = world;
    await admin.sets({ Contact_Deletes_To_Exchange__c: 'Delete' });
    await admin.createsAccount('Acme');
    const [first] = await linkedContacts(world, ada, 14);
    if (!first) throw new Error('nothing was linked');
    await bob.salesforce.creates({ LastName: 'Shared', Email: 'shared@example.test', Account: 'Acme' });
    await world.syncs();
    const before = await live(world);
    expect(before).toHaveLength(15);
    await laterThatDay(world);
    const nothing = await answersNothing(world, 'Contact');

    const { mailboxes } = await world.sync();

    expect(await nothing.fired()).toBeGreaterThan(0);
    expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({
      state: 'Held',
      problem: 'TDM-M-HELD',
    });
    const held = before.filter((key) => key.includes(ada.user));
    expect(await live(world)).toEqual(expect.arrayContaining(held));
    expect(await ada.outlook.contacts()).toHaveLength(14);

    await ada.outlook.edits(first.inOutlook, { jobTitle: 'Typed meanwhile' });
    await salesforce.clearFaults();
    await world.syncs();

    expect((await live(world)).toSorted()).toEqual(before.toSorted());
    expect(await openCodes(world)).toEqual([]);
    expect(await ada.salesforce.sees(first.inSalesforce)).toMatchObject({ Title: 'Typed meanwhile' });
    // What had no link in this mailbox was missing for a while too, and is paired with as before.
    await ada.outlook.creates({
      surname: 'Shared',
      companyName: 'Acme',
      emailAddresses: [{ address: 'shared@example.test' }],
    });
    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(15);
    await world.verify();
  },
);

scenario('an approval ends no link whose record is found again by then', async ({ world }) => {
  const { ada, admin, salesforce } = world;
  await linkedContacts(world, ada, 14);
  await laterThatDay(world);
  await answersNothing(world, 'Contact');
  await world.sync();
  expect(await openCodes(world)).toEqual(['TDM-M-HELD']);

  await salesforce.clearFaults();
  // The reader of the org still gets nothing, the pass gets what is there.
  const once = await salesforce.fault({
    match: { method: 'GET', path: 'FROM Contact WHERE Id IN' },
    effect: { kind: 'status', status: 200, body: { totalSize: 0, done: true, records: [] } },
  });
  await admin.requests('Approve', ada.user);
  await world.syncs();

  expect(await once.fired()).toBe(1);
  expect(await live(world)).toHaveLength(14);
  expect(await openCodes(world)).toEqual([]);
  await world.verify();
});

scenario(
  'many contacts that left the recycle bin unseen are held, and their links end once an admin approves',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await admin.sets({ Contact_Deletes_To_Exchange__c: 'Delete' });
    const contacts = await linkedContacts(world, ada, 14);
    for (const { inSalesforce } of contacts.slice(0, 12)) await ada.salesforce.deletes(inSalesforce);
    await salesforce.emptyRecycleBin();
    // The feed of deletions knows whole minutes only.
    await salesforce.advance(120);

    await world.sync();

    expect(await live(world)).toHaveLength(14);
    expect(await openCodes(world)).toEqual(['TDM-M-HELD']);

    await admin.requests('Approve', ada.user);
    await world.syncs();

    expect(await live(world)).toHaveLength(2);
    expect(await openCodes(world)).toEqual(Array(12).fill('TDM-C-PURGED'));
    expect(await ada.outlook.contacts()).toHaveLength(14);
    await world.verify();
  },
);

scenario(
  'Salesforce answers with no events where there were many: it is held, and all goes on when they show again',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world);
    for (let days = 2; days < 16; days += 1) await calendars.creates(ada, hour(`Day ${days}`, days));
    await world.syncs();
    const before = await live(world);
    expect(before).toHaveLength(14);
    await laterThatDay(world);
    await answersNothing(world, 'Event');

    await world.sync();

    expect(await openCodes(world)).toEqual(['TDM-M-HELD-EVENTS']);
    expect((await live(world)).toSorted()).toEqual(before.toSorted());

    await salesforce.clearFaults();
    const [changed] = await calendars.rows();
    await world.syncs();
    expect(await openCodes(world)).toEqual([]);
    expect((await live(world)).toSorted()).toEqual(before.toSorted());
    await calendars.changes(ada, String(changed?.Id), { Location: 'Room 9' });
    await world.syncs();
    const shown = (await calendars.events(ada)).map(({ location }) => location);
    expect(JSON.stringify(shown)).toContain('Room 9');
    await calendars.verify();
  },
);
