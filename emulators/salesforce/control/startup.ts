import type { PackageMetadata, PermissionSetMetadata } from '../schema/package-files.ts';
import { objectPermissionNames } from '../schema/standard/permissions.ts';
import { userPermissionNames } from '../schema/standard/users.ts';
import { insert } from '../store/save.ts';
import { actOf, type Act, type Org } from '../store/org.ts';

export const ADMIN_USERNAME = 'admin@tandem.example';

type Permissions = Readonly<Record<string, boolean>>;

const profiles: readonly {
  name: string;
  user: readonly string[];
  standardObjects: Permissions;
  all: boolean;
}[] = [
  {
    name: 'System Administrator',
    user: userPermissionNames.map(([name]) => name),
    standardObjects: {},
    all: true,
  },
  {
    name: 'Standard User',
    user: ['ApiEnabled', 'ActivitiesAccess', 'EditEvent', 'EditTask'],
    standardObjects: { Read: true, Create: true, Edit: true, Delete: true },
    all: false,
  },
  { name: 'Minimum Access - API Only Integrations', user: ['ApiEnabled'], standardObjects: {}, all: false },
];

/** Fills a new org: organization, profiles with their permission sets, an admin, and the package's permission sets. */
export function fillOrg(org: Org, metadata: PackageMetadata): { organizationId: string; adminId: string } {
  const adminId = org.table(org.schema.object('User')!).nextId();
  const act = actOf(org, adminId, undefined, true);
  const organizationId = add(org, act, 'Organization', {
    Name: 'Tandem Test Company',
    InstanceName: 'EMU1',
    OrganizationType: 'Enterprise Edition',
    TimeZoneSidKey: 'Europe/Berlin',
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
  });
  for (const { name, user, standardObjects, all } of profiles) {
    addProfile(org, act, name, user, all ? everything(org) : standardOnly(standardObjects));
  }
  for (const set of metadata.permissionSets) addPermissionSet(org, act, set);
  add(org, act, 'User', {
    ...userDefaults(org, ADMIN_USERNAME, 'System Administrator'),
    Id: adminId,
    FirstName: 'Ada',
    LastName: 'Admin',
  });
  return { organizationId, adminId };
}

/** What the platform wants of every user, for those who seed one with little. */
export function userDefaults(org: Org, username: string, profile: string): Record<string, unknown> {
  const local = username.split('@')[0]!;
  return {
    Username: username,
    Email: username,
    Alias: local.slice(0, 8),
    CommunityNickname: local.slice(0, 40),
    IsActive: true,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ProfileId: idByName(org, 'Profile', profile),
  };
}

/** The id of the row of an object with that Name; throws when there is none. */
export function idByName(org: Org, object: string, name: string): string {
  for (const row of org.table(org.schema.object(object)!).all()) if (row['Name'] === name) return row.Id;
  throw new Error(`there is no ${object} named ${name}`);
}

/** Adds a profile with the permission set that it owns; with what it allows by object. */
export function addProfile(
  org: Org,
  act: Act,
  name: string,
  user: readonly string[],
  objects: Readonly<Record<string, Permissions>>,
): string {
  const profileId = add(org, act, 'Profile', { Name: name, UserType: 'Standard', ...asFields(user) });
  const parent = add(org, act, 'PermissionSet', {
    Name: `X${profileId.slice(0, 15)}`,
    Label: name.slice(0, 80),
    ProfileId: profileId,
    IsOwnedByProfile: true,
    IsCustom: false,
    Type: 'Profile',
    ...asFields(user),
  });
  for (const [object, allowed] of Object.entries(objects))
    addObjectPermissions(org, act, parent, object, allowed);
  return profileId;
}

function add(org: Org, act: Act, object: string, fields: Record<string, unknown>): string {
  const outcome = insert(org, org.schema.object(object)!, fields, act);
  if (!outcome.ok) throw new Error(`${object}: ${outcome.refusal.code} ${outcome.refusal.message}`);
  return outcome.id;
}

function asFields(names: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(names.map((name) => [`Permissions${name}`, true]));
}

function addPermissionSet(org: Org, act: Act, set: PermissionSetMetadata): void {
  const known = new Set(userPermissionNames.map(([name]) => name));
  const parent = add(org, act, 'PermissionSet', {
    Name: set.name,
    Label: set.label.slice(0, 80),
    Description: set.description?.slice(0, 255),
    ...asFields(set.userPermissions.filter((name) => known.has(name))),
  });
  for (const { object, allowed } of set.objects) addObjectPermissions(org, act, parent, object, allowed);
  for (const { field, readable, editable } of set.fields) {
    add(org, act, 'FieldPermissions', {
      ParentId: parent,
      SobjectType: field.split('.')[0],
      Field: field,
      PermissionsRead: readable,
      PermissionsEdit: editable,
    });
  }
}

function addObjectPermissions(
  org: Org,
  act: Act,
  parent: string,
  object: string,
  allowed: Permissions,
): void {
  const flags = Object.entries(allowed).map(([name, value]) => [`Permissions${name}`, value] as const);
  add(org, act, 'ObjectPermissions', { ParentId: parent, SobjectType: object, ...Object.fromEntries(flags) });
}

function standardOnly(allowed: Permissions): Record<string, Permissions> {
  if (Object.keys(allowed).length === 0) return {};
  return { Account: allowed, Contact: allowed, Lead: allowed };
}

function everything(org: Org): Record<string, Permissions> {
  const all = Object.fromEntries(objectPermissionNames.map((name) => [name, true]));
  const names = org.schema.objects.filter((type) => type.custom).map((type) => type.name);
  return Object.fromEntries(['Account', 'Contact', 'Lead', ...names].map((name) => [name, all]));
}
