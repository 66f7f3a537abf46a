import { expect } from 'vitest';
import { linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

const none = { created: 0, updated: 0, deleted: 0 };

scenario(
  'a mailbox moved to another server: all ids are new, and links follow their items; no copy, no delete, edits made meanwhile sync',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    await admin.sets({
      Contact_Deletes_To_Salesforce__c: 'Delete',
      Contact_Deletes_To_Exchange__c: 'Delete',
    });
    await ada.salesforce.createsAll([
      { FirstName: 'Made', LastName: 'Tandem', Email: 'made@example.test' },
      { LastName: 'Alone' },
    ]);
    await ada.outlook.createsAll([{ givenName: 'Without', surname: 'Mail' }, { surname: 'Onename' }]);
    const [one, two, out] = await linkedContacts(world, ada, 4);
    if (!one || !two || !out) throw new Error('nothing was linked');
    await ada.outlook.movesOut(out.inOutlook);
    await world.syncs();
    const live = async () => (await world.links()).filter(({ state }) => state === 'Live');
    const recordsBefore = (await live()).map(({ recordId }) => recordId).toSorted();
    expect(recordsBefore).toHaveLength(7);

    await ada.outlook.edits(one.inOutlook, { jobTitle: 'Before the move' });
    await ada.salesforce.edits(two.inSalesforce, { Title: 'In Salesforce' });
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
    const newId = await ada.outlook.isMoved();
    await world.syncs();

    expect((await exchange.counters()).writes).toEqual({ ...none, updated: 1 });
    expect((await salesforce.counters()).writes).toEqual({ ...none, updated: 1 });
    expect((await live()).map(({ recordId }) => recordId).toSorted()).toEqual(recordsBefore);
    expect(await ada.salesforce.sees(one.inSalesforce)).toMatchObject({ Title: 'Before the move' });
    expect(await ada.outlook.sees(newId(two.inOutlook))).toMatchObject({ jobTitle: 'In Salesforce' });
    expect(await world.issues()).toEqual([]);
    await world.verify();

    await ada.outlook.deletes(newId(one.inOutlook));
    await ada.outlook.movesBackIn(newId(out.inOutlook));
    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ id }) => id)).not.toContain(one.inSalesforce);
    expect((await live()).map(({ exchangeId }) => exchangeId)).toContain(newId(out.inOutlook));
    expect(await ada.salesforce.contacts()).toHaveLength(7);
    await world.verify();
  },
);

scenario(
  'what no longer synced does not come back by the move of a mailbox, not even with the database lost',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const [deleted] = await linkedContacts(world, ada, 6);
    if (!deleted) throw new Error('nothing was linked');
    await ada.salesforce.deletes(deleted.inSalesforce);
    await world.syncs();
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    await ada.outlook.isMoved();
    await world.database.lose();
    await world.syncs();

    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await ada.salesforce.contacts()).toHaveLength(5);
    expect(await ada.outlook.contacts()).toHaveLength(6);
    await world.verify();
  },
);
