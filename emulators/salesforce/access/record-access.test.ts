import { beforeEach, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { fixtureUsers } from '../fixture/fixture-users.ts';
import { recordAccess } from './record-access.ts';

let fixture: FixtureOrg;
let users: ReturnType<typeof fixtureUsers>;
let ann: string;
let bob: string;

beforeEach(() => {
  fixture = fixtureOrg();
  users = fixtureUsers(fixture);
  ann = users.hire('Ann');
  bob = users.hire('Bob');
});

function access(userId: string, id: string): string {
  const { org } = fixture;
  const { read, edit, delete: remove } = recordAccess(org, userId, org.schema.ofId(id)!, org.row(id)!);
  return [read && 'read', edit && 'edit', remove && 'delete'].filter(Boolean).join(' ');
}

const setSharing = (sharing: Partial<FixtureOrg['quirks']['sharing']>) =>
  Object.assign(fixture.quirks.sharing, sharing);
const contact = (fields: object) => fixture.make('Contact', { LastName: 'C', OwnerId: bob, ...fields });

test('a contact without account belongs to its owner alone, whatever the default', () => {
  setSharing({ Contact: 'ReadWrite' });
  const id = contact({});
  expect([access(bob, id), access(ann, id)]).toEqual(['read edit delete', '']);
  fixture.quirks.privateContacts = 'sharing';
  expect(access(ann, id)).toBe('read edit');
});

test.each([
  ['Private', ''],
  ['Read', 'read'],
  ['ReadWrite', 'read edit'],
] as const)('the default %s lets others do: %s', (model, expected) => {
  setSharing({ Account: 'Private', Contact: model });
  const AccountId = fixture.make('Account', { Name: 'Acme' });
  expect(access(ann, contact({ AccountId }))).toBe(expected);
});

test('a contact controlled by its parent is as accessible as its account', () => {
  setSharing({ Account: 'Read', Contact: 'ControlledByParent' });
  const AccountId = fixture.make('Account', { Name: 'Acme', OwnerId: ann });
  const id = contact({ AccountId });
  expect([access(ann, id), access(users.hire('Cy'), id)]).toEqual(['read edit delete', 'read']);
});

test('whoever stands above the owner in the role hierarchy has what the owner has', () => {
  setSharing({ Account: 'Private', Contact: 'Private' });
  const chief = users.role('Chief');
  const rep = users.role('Rep', users.role('Manager', chief));
  const owner = users.hire('Owner', { role: rep });
  const AccountId = fixture.make('Account', { Name: 'Acme', OwnerId: owner });
  const boss = users.hire('Boss', { role: chief });
  const peer = users.hire('Peer', { role: rep });
  expect([access(boss, AccountId), access(peer, AccountId)]).toEqual(['read edit delete', '']);
});

test('a share by hand gives its level, and its account can be read', () => {
  setSharing({ Account: 'Private', Contact: 'Private' });
  const AccountId = fixture.make('Account', { Name: 'Acme' });
  const id = contact({ AccountId });
  fixture.make('ContactShare', { ContactId: id, UserOrGroupId: ann, ContactAccessLevel: 'Edit' });
  expect([access(ann, id), access(ann, AccountId)]).toEqual(['read edit', 'read']);
});

test('a new owner starts without the shares by hand', () => {
  setSharing({ Account: 'Private', Contact: 'Private' });
  const id = contact({ AccountId: fixture.make('Account', { Name: 'Acme' }) });
  fixture.make('ContactShare', { ContactId: id, UserOrGroupId: ann, ContactAccessLevel: 'Edit' });
  fixture.update(id, { OwnerId: fixture.adminId });
  expect(access(ann, id)).toBe('');
});

test('view all and modify all reach private contacts, and delete needs its own permission', () => {
  const id = contact({});
  users.permissionSet('Sees', { objects: { Contact: { Read: true, ViewAllRecords: true } } });
  users.permissionSet('Changes', {
    objects: { Contact: { Read: true, Edit: true, ViewAllRecords: true, ModifyAllRecords: true } },
  });
  const profile = 'Minimum Access - API Only Integrations';
  expect(access(users.hire('Viewer', { profile, sets: ['Sees'] }), id)).toBe('read');
  expect(access(users.hire('Editor', { profile, sets: ['Changes'] }), id)).toBe('read edit');
});

test('without the object permission a shared record is out of reach', () => {
  const id = fixture.make('Account', { Name: 'Acme' });
  const user = users.hire('Nobody', { profile: 'Minimum Access - API Only Integrations' });
  expect(access(user, id)).toBe('');
});

test('an inactive user has no access, not even to what they own', () => {
  const id = contact({});
  fixture.update(bob, { IsActive: false });
  expect(access(bob, id)).toBe('');
});

test('a permission set whose assignment has expired grants nothing', () => {
  users.permissionSet('Sees', { objects: { Contact: { Read: true, ViewAllRecords: true } } });
  const viewer = users.hire('Viewer', { sets: ['Sees'] });
  const id = contact({});
  const [assignment] = fixture.ask(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${viewer}' AND PermissionSet.Name = 'Sees'`,
  );
  const before = access(viewer, id);
  fixture.update(assignment!['Id'] as string, { ExpirationDate: '2026-04-30T00:00:00Z' });
  expect([before, access(viewer, id)]).toEqual(['read', '']);
});
