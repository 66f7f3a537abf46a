import { expect } from 'vitest';
import { linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

scenario(
  'an old backup of the database leads to pairing again: no copies, nothing comes back, nothing is lost',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    const [changed, deleted, ...rest] = await linkedContacts(world, ada, 8);
    if (!changed || !deleted) throw new Error('nothing was linked');
    const backup = await world.database.backUp();

    await ada.outlook.createsAll([
      { givenName: 'New', surname: 'Today', emailAddresses: [{ address: 'today@example.test' }] },
      { givenName: 'Without', surname: 'Mail' },
    ]);
    await ada.salesforce.creates({ FirstName: 'New', LastName: 'Record', Email: 'record@example.test' });
    await ada.outlook.deletes(deleted.inOutlook);
    await ada.outlook.edits(changed.inOutlook, { jobTitle: 'Changed today' });
    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(rest.length + 4);
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    await backup.restore();
    await world.syncs();

    const none = { created: 0, updated: 0, deleted: 0 };
    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await world.issues()).toEqual([]);
    await world.verify();
  },
);

scenario(
  "S-F7: with yesterday's backup restored, today's 80 new links are found again, the 10 contacts deleted today stay deleted, and no conflict is made of it",
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    await admin.sets({
      Contact_Deletes_To_Salesforce__c: 'Delete',
      Contact_Deletes_To_Exchange__c: 'Delete',
    });
    const contacts = await linkedContacts(world, ada, 60);
    const backup = await world.database.backUp();
    await ada.outlook.createsAll(
      Array.from({ length: 40 }, (_, index) => ({ givenName: 'Outlook', surname: `Today ${index}` })),
    );
    await ada.salesforce.createsAll(
      Array.from({ length: 40 }, (_, index) => ({ FirstName: 'Salesforce', LastName: `Today ${index}` })),
    );
    for (const { inOutlook } of contacts.slice(0, 5)) await ada.outlook.deletes(inOutlook);
    for (const { inSalesforce } of contacts.slice(5, 10)) await ada.salesforce.deletes(inSalesforce);
    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(130);
    expect(await ada.outlook.contacts()).toHaveLength(130);
    const live = async () =>
      (await world.links())
        .filter(({ state }) => state === 'Live')
        .map(({ key, recordId }) => `${key} ${recordId}`)
        .toSorted();
    const before = await live();
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    await backup.restore();
    await world.syncs();

    const none = { created: 0, updated: 0, deleted: 0 };
    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await live()).toEqual(before);
    expect(await world.issues()).toEqual([]);
    await world.verify();
  },
);

scenario(
  'differences that an old backup meets on known links are conflicts with both values kept; an empty side is filled',
  async ({ world }) => {
    const { ada } = world;
    const [both, one] = await linkedContacts(world, ada, 6);
    if (!both || !one) throw new Error('nothing was linked');
    const backup = await world.database.backUp();
    await ada.outlook.edits(both.inOutlook, { jobTitle: 'Synced today' });
    await world.syncs();

    await ada.outlook.edits(both.inOutlook, { jobTitle: 'Pilot' });
    await ada.salesforce.edits(both.inSalesforce, { Title: 'Captain' });
    await ada.outlook.edits(one.inOutlook, { mobilePhone: '+1 555 7' });
    await backup.restore();
    await world.syncs();

    expect(await ada.outlook.sees(both.inOutlook)).toMatchObject({ jobTitle: 'Captain' });
    expect(await ada.salesforce.sees(both.inSalesforce)).toMatchObject({ Title: 'Captain' });
    const issues = await world.issues();
    expect(issues).toMatchObject([{ code: 'TDM-C-CONFLICT', status: 'Closed', field: 'Title' }]);
    expect(issues[0]?.details).toContain('Pilot');
    expect(await ada.salesforce.sees(one.inSalesforce)).toMatchObject({ MobilePhone: '+1 555 7' });
    expect(await ada.salesforce.contacts()).toHaveLength(6);
    expect(await ada.outlook.contacts()).toHaveLength(6);
    await world.verify();
  },
);
