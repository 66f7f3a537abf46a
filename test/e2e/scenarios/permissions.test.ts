import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { allows } from '../world/permissions.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const permissionIssues = async (world: World) =>
  (await world.issues()).filter(({ code, user }) => code === 'TDM-M-PERMISSION' && user === world.ada.user);

scenario(
  'a user who may not edit contacts still gets what changes in Salesforce, and is told what is missing',
  async ({ world }) => {
    const { ada } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await allows(world, { PermissionsEdit: false });

    await ada.salesforce.edits(inSalesforce, { Title: 'Buyer' });
    await world.syncs();
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ jobTitle: 'Buyer' });
    const writes = await world.salesforce.watch({ body: '\\+351 21 000' });
    await ada.outlook.edits(inOutlook, { businessPhones: ['+351 21 000'] });
    await world.syncs();

    expect(await writes.seen()).toBe(0);
    expect(await permissionIssues(world)).toMatchObject([
      { status: 'Open', reason: expect.stringContaining('Edit on contacts') as string },
    ]);

    await allows(world, { PermissionsEdit: true });
    await ada.outlook.edits(inOutlook, { businessPhones: ['+351 21 001'] });
    await world.syncs();
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Phone: '+351 21 001' });
    expect(await permissionIssues(world)).toMatchObject([{ status: 'Closed' }]);
    await world.verify();
  },
);

scenario('a user who may not even read contacts is not synced until that is granted', async ({ world }) => {
  const { ada } = world;
  await allows(world, { PermissionsRead: false, PermissionsCreate: false, PermissionsEdit: false });
  await ada.salesforce.creates({ LastName: 'Diaz', Email: 'diaz@example.test' });

  const { mailboxes } = await world.sync();

  expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({
    state: 'Failing',
    problem: 'TDM-M-PERMISSION',
  });
  expect(await ada.outlook.contacts()).toEqual([]);
  expect(await permissionIssues(world)).toMatchObject([{ status: 'Open' }]);

  await allows(world, { PermissionsRead: true, PermissionsCreate: true, PermissionsEdit: true });
  await world.syncs();
  expect(await ada.outlook.contacts()).toHaveLength(1);
  await world.verify();
});

scenario(
  'a user who may not create contacts is told which stay in Outlook; they sync once it is granted',
  async ({ world }) => {
    const { ada } = world;
    await linkedContact(world, ada);
    await allows(world, { PermissionsCreate: false });
    const inOutlook = await ada.outlook.creates({ givenName: 'New', surname: 'Here' });

    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(1);
    const listed = async () => (await world.issues()).filter(({ exchangeId }) => exchangeId === inOutlook);
    expect(await listed()).toMatchObject([{ code: 'TDM-C-NOT-CREATABLE', status: 'Open' }]);

    await allows(world, { PermissionsCreate: true });
    await world.syncs();
    expect(await ada.salesforce.contacts()).toHaveLength(2);
    expect(await listed()).toMatchObject([{ status: 'Closed' }]);
    await world.verify();
  },
);

scenario(
  'a user who may not delete contacts deletes them in Outlook only, and is told',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await allows(world, { PermissionsDelete: false });
    await ada.outlook.deletes(inOutlook);

    await world.syncs();
    await allows(world, { PermissionsDelete: true });
    await world.syncs();

    expect((await ada.salesforce.contacts()).map(({ id }) => id)).toEqual([inSalesforce]);
    expect(await ada.outlook.contacts()).toEqual([]);
    const issues = (await world.issues()).filter(({ exchangeId }) => exchangeId === inOutlook);
    expect(issues).toMatchObject([{ code: 'TDM-C-NOT-DELETABLE' }]);
    await world.verify();
  },
);
