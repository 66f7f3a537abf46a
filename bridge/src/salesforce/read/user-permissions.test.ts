import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { EmulatedOrg } from '../testing/emulated-org.ts';
import { startOrg } from '../testing/emulated-org.ts';

let org: EmulatedOrg;
beforeEach(async () => {
  org = await startOrg();
  await org.salesforce.signIn();
  await org.requests();
});
afterEach(() => org.close());

const reader = { Name: 'Reader', userPermissions: ['ApiEnabled'], objects: { Contact: { Read: true } } };
const user = (name: string, profile: string, rest: object = {}) => ({
  ref: name,
  Username: `${name}@example.com`,
  LastName: name,
  profile,
  ...rest,
});

it('unites what the profile and the permission sets of each user allow, in one call for all', async () => {
  const ids = await org.seed({
    profiles: [reader],
    users: [
      user('rep', 'Standard User'),
      user('guest', 'Reader'),
      user('helped', 'Reader', { permissionSets: ['Tandem_Integration'] }),
    ],
  });
  const users = ['rep', 'guest', 'helped'].map((name) => as<UserId>(ids[name] as string));
  const found = await org.salesforce.readPermissions(users, { Contact: [], Event: [] });
  const all = {
    readContacts: true,
    createContacts: true,
    editContacts: true,
    deleteContacts: true,
    viewAllContacts: false,
    modifyAllContacts: false,
    readAccounts: true,
    createAccounts: true,
    readEvents: true,
    editEvents: true,
    readLeads: true,
    fields: {},
    eventFields: {},
  };
  const nothing = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, value === true ? false : value]),
  );
  expect(users.map((id) => found.get(id))).toEqual([
    all,
    { ...nothing, readContacts: true },
    { ...all, viewAllContacts: true, modifyAllContacts: true, readEvents: false, editEvents: false },
  ]);
  expect(await org.requests()).toBe(1);
});

it('counts what permission set groups grant', async () => {
  const ids = await org.seed({
    profiles: [reader],
    permissionSets: [
      {
        Name: 'Editor',
        objects: { Contact: { Read: true, Edit: true } },
        fields: { 'Contact.Phone': 'read' },
      },
      { Name: 'Phones', objects: { Account: { Read: true } }, fields: { 'Contact.Phone': 'edit' } },
    ],
    permissionSetGroups: [{ DeveloperName: 'Both', permissionSets: ['Editor', 'Phones'] }],
    users: [user('guest', 'Reader'), user('grouped', 'Reader', { permissionSetGroups: ['Both'] })],
  });
  const [guest, grouped] = ['guest', 'grouped'].map((name) => as<UserId>(ids[name] as string));
  const found = await org.salesforce.readPermissions([guest, grouped] as UserId[], {
    Contact: ['Phone'],
    Event: [],
  });
  expect(found.get(guest as UserId)).toMatchObject({ editContacts: false, readAccounts: false, fields: {} });
  expect(found.get(grouped as UserId)).toMatchObject({
    editContacts: true,
    readAccounts: true,
    deleteContacts: false,
    fields: { Phone: 'edit' },
  });
});

it('reads no more for more users than fit one query, and nothing for none', async () => {
  const many = Array.from({ length: 450 }, (_, index) => user(`u${index}`, 'Standard User'));
  const ids = await org.seed({ users: many });
  const users = many.map(({ ref }) => as<UserId>(ids[ref] as string));
  const found = await org.salesforce.readPermissions(users, { Contact: [], Event: [] });
  expect(users.every((id) => found.get(id)?.editContacts)).toBe(true);
  expect(await org.requests()).toBe(1);
  expect((await org.salesforce.readPermissions([], { Contact: [], Event: [] })).size).toBe(0);
  expect(await org.requests()).toBe(0);
});

it('unites what users may do with the named fields, an address as one', async () => {
  const ids = await org.seed({
    profiles: [
      {
        ...reader,
        fields: { 'Contact.Title': 'none', 'Contact.Phone': 'read', 'Contact.MailingAddress': 'read' },
      },
    ],
    permissionSets: [{ Name: 'Phones', fields: { 'Contact.Phone': 'edit' } }],
    users: [user('guest', 'Reader'), user('helped', 'Reader', { permissionSets: ['Phones'] })],
  });
  const describe = await org.salesforce.describeContact();
  await org.requests();
  expect(['LastName', 'Title', 'MailingCity'].map((name) => describe.fields.get(name)?.securedAs)).toEqual([
    null,
    'Title',
    'MailingAddress',
  ]);
  const [guest, helped] = ['guest', 'helped'].map((name) => as<UserId>(ids[name] as string));
  const found = await org.salesforce.readPermissions([guest, helped] as UserId[], {
    Contact: ['Title', 'Phone', 'MailingAddress'],
    Event: ['Location', 'ShowAs'],
  });
  expect(found.get(guest as UserId)?.fields).toEqual({ MailingAddress: 'read', Phone: 'read' });
  expect(found.get(helped as UserId)?.fields).toEqual({ MailingAddress: 'read', Phone: 'edit' });
  expect(await org.requests()).toBe(1);
});

it('counts a user who views all data as one who sees all contacts', async () => {
  const ids = await org.seed({
    profiles: [{ ...reader, Name: 'Auditor', userPermissions: ['ApiEnabled', 'ViewAllData'] }],
    users: [user('auditor', 'Auditor')],
  });
  const auditor = as<UserId>(ids['auditor'] as string);
  const found = await org.salesforce.readPermissions([auditor], { Contact: [], Event: [] });
  expect(found.get(auditor)).toMatchObject({ viewAllContacts: true, modifyAllContacts: false });
});
