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
