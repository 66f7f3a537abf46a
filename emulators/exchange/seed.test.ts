import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestTenant } from './test-tenant.ts';
import type { TestTenant } from './test-tenant.ts';

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

it('adds mailboxes, nested folders and contacts, and gives their ids in order', async () => {
  const seeded = await tenant.client.seed({
    mailboxes: [
      {
        userPrincipalName: 'bob@contoso.test',
        contacts: [{ surname: 'Default' }],
        folders: [
          {
            displayName: 'Outer',
            contacts: [{ surname: 'One' }, { surname: 'Two' }],
            childFolders: [{ displayName: 'Inner' }],
          },
        ],
      },
    ],
  });
  const [bob] = seeded.mailboxes;
  const [outer] = bob?.folders ?? [];
  const state = await tenant.client.state();
  const mailbox = state.mailboxes.find(({ id }) => id === bob?.id);
  expect(
    mailbox?.folders.map(({ displayName, contacts }) => [displayName, contacts.map(({ id }) => id)]),
  ).toEqual([
    ['Contacts', bob?.contacts],
    ['Outer', outer?.contacts],
    ['Inner', []],
  ]);
  expect(mailbox?.folders[2]?.parentFolderId).toBe(outer?.id);
});

it('adds to a mailbox and a folder that are there, and doubles a folder that one seed names twice', async () => {
  const mailbox = { userPrincipalName: 'eve@contoso.test', folders: [{ displayName: 'F' }] };
  const first = await tenant.client.seed({ mailboxes: [mailbox] });
  const more = {
    ...mailbox,
    folders: [{ displayName: 'F', contacts: [{ surname: 'A' }] }, { displayName: 'G' }, { displayName: 'G' }],
  };
  const second = await tenant.client.seed({ mailboxes: [more] });
  const [f, g, otherG] = second.mailboxes[0]?.folders ?? [];
  expect(f?.id).toBe(first.mailboxes[0]?.folders[0]?.id);
  expect(g?.id).not.toBe(otherG?.id);
});

it('refuses what it does not understand', async () => {
  await expect(
    tenant.client.seed({ mailboxes: [{ userPrincipalName: 'x@y.test', contacts: [{ shoe: 1 }] }] }),
  ).rejects.toThrow('shoe');
  await expect(
    tenant.client.seed({ apps: [{ clientId: 'x', certificatePem: 'no certificate' }] }),
  ).rejects.toThrow('400');
});

it('forgets everything on reset', async () => {
  await tenant.client.seed({ mailboxes: [{ userPrincipalName: 'zoe@contoso.test' }] });
  await tenant.client.reset();
  expect(await tenant.client.state()).toMatchObject({ apps: [], mailboxes: [] });
});
