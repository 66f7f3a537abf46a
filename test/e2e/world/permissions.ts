import type { World } from '../world.ts';

type Rights = Readonly<Record<string, boolean>>;

/** Changes what the standard profile lets its users do with contacts, or with the records of another object. */
export async function allows(world: World, rights: Rights, object = 'Contact'): Promise<void> {
  await changes(world, 'ObjectPermissions', ({ SobjectType }) => SobjectType === object, rights);
}

/** Changes what the standard profile lets its users do with a field. */
export async function allowsField(
  world: World,
  field: string,
  access: 'none' | 'read' | 'edit',
  object = 'Contact',
): Promise<void> {
  const rights = { PermissionsRead: access !== 'none', PermissionsEdit: access === 'edit' };
  await changes(world, 'FieldPermissions', ({ Field }) => Field === `${object}.${field}`, rights);
}

/** Lets one user edit contact fields, by a permission set of their own. */
export async function letsEdit(world: World, user: string, fields: readonly string[]): Promise<void> {
  const root = await rootOf(world);
  const names = { Name: `Fields_of_${user}`, Label: 'Fields' };
  const [set] = await world.salesforce.insert('PermissionSet', [names], root);
  const rows = fields.map((field) => ({
    ParentId: set,
    SobjectType: 'Contact',
    Field: `Contact.${field}`,
    PermissionsRead: true,
    PermissionsEdit: true,
  }));
  await world.salesforce.insert('FieldPermissions', rows, root);
  const assignment = { AssigneeId: user, PermissionSetId: set };
  await world.salesforce.insert('PermissionSetAssignment', [assignment], root);
}

/** Gives the bridge's user what acting on the events of other people takes. */
export async function mayWriteEvents(world: Pick<World, 'salesforce'>): Promise<void> {
  const root = await rootOf(world);
  const rights = ['ActivitiesAccess', 'EditEvent', 'ViewAllData', 'ModifyAllData'];
  const permissions = Object.fromEntries(rights.map((right) => [`Permissions${right}`, true]));
  const names = { Name: 'Events_of_others', Label: 'Events of others' };
  const [set] = await world.salesforce.insert('PermissionSet', [{ ...names, ...permissions }], root);
  const bridge = (await world.salesforce.rows('User')).find(({ LastName }) => LastName === 'Tandem');
  const assignment = { AssigneeId: bridge?.Id, PermissionSetId: set };
  await world.salesforce.insert('PermissionSetAssignment', [assignment], root);
}

/** Lets users of the standard profile make and change events, or not. */
export async function mayEditEvents(world: World, may: boolean): Promise<void> {
  const profile = await standardProfile(world);
  const rights = { PermissionsEditEvent: may };
  await world.salesforce.update('PermissionSet', profile, rights, await rootOf(world));
}

/** Changes whether the permission set of the bridge's user lets it see all contacts. */
export async function seesAllContacts(world: World, sees: boolean): Promise<void> {
  const [set] = (await world.salesforce.rows('PermissionSet')).filter(
    ({ Name }) => Name === 'Tandem_Integration',
  );
  const root = await rootOf(world);
  for (const { Id, ParentId, SobjectType } of await world.salesforce.rows('ObjectPermissions'))
    if (ParentId === set?.Id && SobjectType === 'Contact') {
      const rights = { PermissionsViewAllRecords: sees, PermissionsModifyAllRecords: sees };
      await world.salesforce.update('ObjectPermissions', String(Id), rights, root);
    }
}

async function changes(
  world: World,
  object: string,
  meant: (row: Readonly<Record<string, unknown>>) => boolean,
  rights: Rights,
): Promise<void> {
  const profile = await standardProfile(world);
  const root = await rootOf(world);
  for (const row of await world.salesforce.rows(object))
    if (row.ParentId === profile && meant(row))
      await world.salesforce.update(object, String(row.Id), rights, root);
}

async function standardProfile({ salesforce }: World): Promise<string> {
  const [profile] = (await salesforce.rows('PermissionSet')).filter(
    ({ IsOwnedByProfile, Label }) => IsOwnedByProfile === true && Label === 'Standard User',
  );
  return String(profile?.Id);
}

async function rootOf({ salesforce }: Pick<World, 'salesforce'>): Promise<string> {
  const root = (await salesforce.rows('User')).find(({ LastName }) => LastName === 'Root');
  return String(root?.Id);
}
