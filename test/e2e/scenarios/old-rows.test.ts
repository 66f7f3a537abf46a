import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { asks } from '../world/requests.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const PATIENTLY = { timeout: 60_000, interval: 200 };
const LONG_AGO = '2020-01-01T00:00:00.000Z';

scenario(
  'requests that were served and issues that were closed long ago go once a day, by a running bridge or by sync; waiting, open and young ones stay, and so do links',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await linkedContact(world, ada);
    const nameless = [
      await ada.outlook.creates({ businessPhones: ['+351 98'] }),
      await ada.outlook.creates({ businessPhones: ['+351 99'] }),
      await ada.outlook.creates({ businessPhones: ['+351 97'] }),
    ];
    for (const kind of ['SyncNow', 'SyncNow', 'SyncNow']) await asks(world, ada.user, kind);
    const [one = '', two = ''] = nameless;
    await ada.outlook.edits(one, { surname: 'One' });
    await ada.outlook.edits(two, { surname: 'Two' });
    await world.syncs();
    const closed = (await world.issues()).filter(({ status }) => status === 'Closed');
    const requests = await salesforce.rows('Tandem_Request__c');
    expect([closed.length, requests.length]).toEqual([2, 3]);
    await admin.edits('Tandem_Issue__c', closed[0]?.id ?? '', { Closed_At__c: LONG_AGO });
    await admin.edits('Tandem_Request__c', String(requests[0]?.Id), { Served_At__c: LONG_AGO });

    await world.syncs();
    expect(await requestIds(world)).toHaveLength(3);
    await comesTomorrow(world);
    const bridge = world.start(['start']);
    await expect.poll(() => bridge.output(), PATIENTLY).toContain('Old requests and issues were deleted');
    bridge.kill('SIGTERM');
    expect(await bridge.ended, bridge.output()).toBe(0);

    expect(await requestIds(world)).toEqual([requests[1]?.Id, requests[2]?.Id]);
    const left = await world.issues();
    expect(left.map(({ id }) => id)).not.toContain(closed[0]?.id);
    expect(left.map(({ status }) => status).toSorted()).toEqual(['Closed', 'Open']);
    expect((await world.links()).filter(({ state }) => state === 'Live')).toHaveLength(3);

    await admin.edits('Tandem_Request__c', String(requests[1]?.Id), { Served_At__c: LONG_AGO });
    await world.syncs();
    expect(await requestIds(world)).toHaveLength(2);
    await comesTomorrow(world);
    await world.syncs();
    expect(await requestIds(world)).toEqual([requests[2]?.Id]);
    await world.verify();
  },
);

scenario(
  'an issue whose row was deleted in Salesforce closes once its contact syncs, and nothing is repeated',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const id = await ada.outlook.creates({ businessPhones: ['+351 98'] });
    await world.syncs();
    const [row] = await salesforce.rows('Tandem_Issue__c');
    await salesforce.remove('Tandem_Issue__c', String(row?.Id), ada.user);
    await ada.outlook.edits(id, { surname: 'One' });

    await world.syncs();

    expect(await salesforce.rows('Tandem_Issue__c')).toEqual([]);
    await world.verify();
  },
);

/** As the bridge's database sees it: the rows were not removed today. */
async function comesTomorrow({ database }: World): Promise<void> {
  await database.run(`update tandem.meta set value = '2020-01-01' where key = 'old rows removed on'`);
}

async function requestIds({ salesforce }: World): Promise<readonly unknown[]> {
  return (await salesforce.rows('Tandem_Request__c')).map(({ Id }) => Id);
}
