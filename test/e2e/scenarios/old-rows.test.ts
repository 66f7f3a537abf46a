import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { asks } from '../world/requests.ts';
import { scenario } from '../scenario.ts';

const PATIENTLY = { timeout: 60_000, interval: 200 };
const LONG_AGO = '2020-01-01T00:00:00.000Z';

scenario(
  'requests that were served and issues that were closed long ago go; waiting, open and young ones stay, and so do links',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await linkedContact(world, ada);
    const nameless = [
      await ada.outlook.creates({ businessPhones: ['+351 98'] }),
      await ada.outlook.creates({ businessPhones: ['+351 99'] }),
      await ada.outlook.creates({ businessPhones: ['+351 97'] }),
    ];
    for (const kind of ['SyncNow', 'SyncNow']) await asks(world, ada.user, kind);
    const [one = '', two = ''] = nameless;
    await ada.outlook.edits(one, { surname: 'One' });
    await ada.outlook.edits(two, { surname: 'Two' });
    await world.syncs();
    const closed = (await world.issues()).filter(({ status }) => status === 'Closed');
    const requests = await salesforce.rows('Tandem_Request__c');
    expect([closed.length, requests.length]).toEqual([2, 2]);
    await admin.edits('Tandem_Issue__c', closed[0]?.id ?? '', { Closed_At__c: LONG_AGO });
    await admin.edits('Tandem_Request__c', String(requests[0]?.Id), { Served_At__c: LONG_AGO });

    const bridge = world.start(['start']);
    await expect.poll(() => bridge.output(), PATIENTLY).toContain('Old requests and issues were deleted');
    bridge.kill('SIGTERM');
    expect(await bridge.ended, bridge.output()).toBe(0);

    expect((await salesforce.rows('Tandem_Request__c')).map(({ Id }) => Id)).toEqual([requests[1]?.Id]);
    const left = await world.issues();
    expect(left.map(({ id }) => id)).not.toContain(closed[0]?.id);
    expect(left.map(({ status }) => status).toSorted()).toEqual(['Closed', 'Open']);
    expect((await world.links()).filter(({ state }) => state === 'Live')).toHaveLength(3);
    await world.syncs();
    await world.verify();
  },
);
