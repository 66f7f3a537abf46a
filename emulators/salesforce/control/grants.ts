import { isGoverned, securedName } from '../access/object-access.ts';
import type { PermissionSetMetadata } from '../schema/package-files.ts';
import { userPermissionNames } from '../schema/standard/users.ts';
import type { Act, Org } from '../store/org.ts';
import { insert } from '../store/save.ts';

/** Object permissions by their names without `Permissions`. */
export type Permissions = Readonly<Record<string, boolean>>;
type FieldGrant = 'none' | 'read' | 'edit';

export interface Grants {
  /** User permissions by API name, for example `ViewAllData`. */
  readonly userPermissions: readonly string[];
  readonly objects: Readonly<Record<string, Permissions>>;
  /** Fields by object and name, for example `Contact.Title`; a profile edits the other standard fields of its objects. */
  readonly fields: Readonly<Record<string, FieldGrant>>;
}

/** Adds a profile with the permission set that it owns; standard fields of its objects are editable unless named. */
export function addProfile(
  org: Org,
  act: Act,
  name: string,
  grants: Grants,
  fields: 'standard' | 'all' = 'standard',
): string {
  const permissions = asFields(grants.userPermissions);
  const profileId = add(org, act, 'Profile', { Name: name, UserType: 'Standard', ...permissions });
  const parent = add(org, act, 'PermissionSet', {
    Name: `X${profileId.slice(0, 15)}`,
    Label: name.slice(0, 80),
    ProfileId: profileId,
    IsOwnedByProfile: true,
    IsCustom: false,
    Type: 'Profile',
    ...permissions,
  });
  const activities = grants.userPermissions.includes('ActivitiesAccess') ? ['Event', 'Task'] : [];
  const usual = usualFields(org, [...Object.keys(grants.objects), ...activities], fields === 'all');
  addGrants(org, act, parent, { ...grants, fields: { ...usual, ...grants.fields } });
  return profileId;
}

function usualFields(org: Org, objects: readonly string[], custom: boolean): Record<string, FieldGrant> {
  const names = objects
    .map((name) => org.schema.object(name))
    .filter((type) => type !== undefined)
    .flatMap((type) =>
      [...type.fields.values()]
        .filter((field) => custom || !field.custom)
        .map((field) => securedName(type, field)),
    )
    .filter((name) => name !== undefined);
  return Object.fromEntries(names.map((name) => [name, 'edit']));
}

/** Adds a permission set; user permissions that the emulator does not keep are left out. */
export function addPermissionSet(
  org: Org,
  act: Act,
  fields: { Name: string; Label: string; Description?: string | undefined },
  grants: Grants,
): string {
  const parent = add(org, act, 'PermissionSet', {
    ...fields,
    ...asFields(grants.userPermissions),
  });
  addGrants(org, act, parent, grants);
  return parent;
}

/** A package's permission set as a deployment adds it. */
export function addPackagedSet(org: Org, act: Act, set: PermissionSetMetadata): void {
  org.apex.access.set(set.name, set.classes);
  org.tabs.audience.set(set.name, set.tabs);
  const known = new Set(userPermissionNames.map(([name]) => name));
  const level = (one: { editable: boolean; readable: boolean }): FieldGrant =>
    one.editable ? 'edit' : one.readable ? 'read' : 'none';
  addPermissionSet(
    org,
    act,
    { Name: set.name, Label: set.label.slice(0, 80), Description: set.description?.slice(0, 255) },
    {
      userPermissions: set.userPermissions.filter((name) => known.has(name)),
      objects: Object.fromEntries(set.objects.map(({ object, allowed }) => [object, allowed])),
      fields: Object.fromEntries(set.fields.map((one) => [one.field, level(one)])),
    },
  );
}

/**
 * Makes a customer's new field visible and editable to the permission sets with these labels or names, or to every
 * profile, which is what the wizard of Setup offers.
 */
export function grantField(
  org: Org,
  act: Act,
  object: string,
  field: string,
  to: readonly string[] | undefined,
): void {
  for (const set of [...org.table(org.schema.object('PermissionSet')!).all()]) {
    const wanted = to
      ? to.includes(set['Name'] as string) || to.includes(set['Label'] as string)
      : set['IsOwnedByProfile'] === true;
    if (!wanted) continue;
    for (const name of object === 'Activity' ? ['Event', 'Task'] : [object]) {
      addFieldGrant(org, act, set.Id, `${name}.${field}`, 'edit');
    }
  }
}

function addGrants(org: Org, act: Act, parent: string, { objects, fields }: Grants): void {
  for (const [object, allowed] of Object.entries(objects)) {
    const flags = Object.entries(allowed).map(([name, value]) => [`Permissions${name}`, value] as const);
    add(org, act, 'ObjectPermissions', {
      ParentId: parent,
      SobjectType: object,
      ...Object.fromEntries(flags),
    });
  }
  for (const [field, grant] of Object.entries(fields)) addFieldGrant(org, act, parent, field, grant);
}

function addFieldGrant(org: Org, act: Act, parent: string, name: string, grant: FieldGrant): void {
  if (grant === 'none') return;
  const [object, fieldName] = name.split('.') as [string, string];
  const type = org.schema.object(object);
  const field = type && org.schema.field(type, fieldName);
  if (!type || !field || !isGoverned(type)) return;
  add(org, act, 'FieldPermissions', {
    ParentId: parent,
    SobjectType: type.name,
    Field: `${type.name}.${field.name}`,
    PermissionsRead: true,
    PermissionsEdit: grant === 'edit' && !field.calculated,
  });
}

/** Adds a row of a seed; throws with the refusal. */
export function add(org: Org, act: Act, object: string, fields: Record<string, unknown>): string {
  const outcome = insert(org, org.schema.object(object)!, fields, act);
  if (!outcome.ok) throw new Error(`${object}: ${outcome.refusal.code} ${outcome.refusal.message}`);
  return outcome.id;
}

function asFields(names: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(names.map((name) => [`Permissions${name}`, true]));
}
