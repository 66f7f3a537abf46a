import { expect } from 'vitest';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const partner = { object: 'Contact' as const, developerName: 'Partner' };

async function recordTypeIssues(world: World) {
  return (await world.issues()).filter(
    ({ code, status }) => code === 'TDM-C-RECORD-TYPE' && status === 'Open',
  );
}

scenario('contacts that Tandem makes get the record type of the configuration', async ({ world }) => {
  const { ada, admin } = world;
  await world.salesforce.setsUp({ recordTypes: [partner] });
  const [type] = (await world.salesforce.rows('RecordType')).map(({ Id }) => Id);
  await admin.sets({ Contact_Record_Type__c: 'Partner' });
  const own = await ada.salesforce.creates({ LastName: 'Theirs', Email: 'own@example.test' });
  await ada.outlook.creates({ surname: 'Made', emailAddresses: [{ address: 'made@example.test' }] });

  await world.syncs();

  const types = new Map((await ada.salesforce.contacts()).map(({ id, fields }) => [id, fields.RecordTypeId]));
  expect(types.get(own)).toBeUndefined();
  expect([...types.values()].filter((id) => id === type)).toHaveLength(1);
  await world.verify();
});

scenario(
  'a record type that cannot be used is listed with its reason, tried no more, and made up for once it can',
  async ({ world }) => {
    const { ada, admin } = world;
    await world.salesforce.setsUp({ recordTypes: [{ ...partner, visibleTo: ['Tandem_Admin'] }] });
    await admin.sets({ Contact_Record_Type__c: 'Partner' });
    const item = await ada.outlook.creates({ givenName: 'Wai', surname: 'Ting' });

    await world.syncs();

    expect(await ada.salesforce.contacts()).toEqual([]);
    const issues = await recordTypeIssues(world);
    expect(issues.filter(({ user }) => user === ada.user).map(({ exchangeId }) => exchangeId)).toEqual(
      expect.arrayContaining([item, null]),
    );
    for (const { reason } of issues) expect(reason).toContain('not available to the integration user');
    const attempts = await world.salesforce.watch({ body: 'Ting' });
    await ada.outlook.edits(item, { jobTitle: 'Waiting' });
    await world.syncs();
    expect(await attempts.seen()).toBe(0);

    await world.salesforce.setsUp({ recordTypes: [partner] });
    await world.syncs();

    expect(await ada.salesforce.contacts()).toMatchObject([{ fields: { LastName: 'Ting' } }]);
    expect(await recordTypeIssues(world)).toEqual([]);
    await world.verify();
  },
);
