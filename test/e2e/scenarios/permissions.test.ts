import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

async function allows(world: World, rights: Readonly<Record<string, boolean>>): Promise<void> {
  const [profile] = (await world.salesforce.rows('PermissionSet')).filter(
    ({ IsOwnedByProfile, Label }) => IsOwnedByProfile === true && Label === 'Standard User',
  );
  const [admin] = (await world.salesforce.rows('User')).filter(({ LastName }) => LastName === 'Root');
  for (const { Id, ParentId, SobjectType } of await world.salesforce.rows('ObjectPermissions'))
    if (ParentId === profile?.Id && SobjectType === 'Contact')
      await world.salesforce.update('ObjectPermissions', String(Id), rights, String(admin?.Id));
}

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
