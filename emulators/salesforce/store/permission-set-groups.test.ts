import { expect, it } from 'vitest';
import { permissionsOf } from '../access/user-permissions.ts';
import { fixtureOrg } from '../fixture/fixture-org.ts';
import { fixtureUsers } from '../fixture/fixture-users.ts';
import { remove } from './delete.ts';

it('a group grants what its members do, and its own permission set tells so', () => {
  const fixture = fixtureOrg();
  const { org } = fixture;
  const users = fixtureUsers(fixture);
  users.profile('Nothing', {});
  const editor = users.permissionSet('Editor', { objects: { Contact: { Read: true, Edit: true } } });
  const reader = users.permissionSet('Reader', { objects: { Contact: { Read: true } } });
  const rep = users.hire('rep', { profile: 'Nothing' });
  const group = fixture.make('PermissionSetGroup', { DeveloperName: 'Sales', MasterLabel: 'Sales' });
  fixture.make('PermissionSetAssignment', { AssigneeId: rep, PermissionSetGroupId: group });
  const may = () =>
    (['Read', 'Edit'] as const).filter((action) => permissionsOf(org, rep).object('Contact', action));
  const ofGroup = () =>
    fixture.ask(
      `SELECT PermissionsRead, PermissionsEdit FROM ObjectPermissions WHERE Parent.Type = 'Group' AND SobjectType = 'Contact'`,
    );
  expect([may(), ofGroup()]).toEqual([[], []]);

  const member = (PermissionSetId: string) =>
    fixture.make('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId });
  member(reader);
  const editing = member(editor);
  expect(may()).toEqual(['Read', 'Edit']);
  expect(ofGroup()).toMatchObject([{ PermissionsRead: true, PermissionsEdit: true }]);

  remove(org, org.schema.object('PermissionSetGroupComponent')!, editing, fixture.act());
  expect(may()).toEqual(['Read']);
  expect(ofGroup()).toMatchObject([{ PermissionsRead: true, PermissionsEdit: false }]);
});
