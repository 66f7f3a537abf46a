import { describeMethodsOf } from '../apex/describe-method.ts';
import { queryMethodsOf } from '../apex/query-method.ts';
import type { PackageMetadata } from '../schema/package-files.ts';
import { objectPermissionNames } from '../schema/standard/permissions.ts';
import { userPermissionNames } from '../schema/standard/users.ts';
import { actOf, type Org } from '../store/org.ts';
import { add, addPackagedSet, addProfile, type Permissions } from './grants.ts';

export const ADMIN_USERNAME = 'admin@tandem.example';

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

/** Fills a new org: organization, profiles with their permission sets, an admin, and the package's permission sets, Apex and tabs. */
export function fillOrg(org: Org, metadata: PackageMetadata): { organizationId: string; adminId: string } {
  const adminId = org.table(org.schema.object('User')!).nextId();
  const act = actOf(org, adminId, { seeding: true });
  const organizationId = add(org, act, 'Organization', {
    Name: 'Tandem Test Company',
    InstanceName: 'EMU1',
    OrganizationType: 'Enterprise Edition',
    TimeZoneSidKey: 'Europe/Berlin',
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
  });
  for (const { name, user, standardObjects, all } of profiles) {
    const objects = all ? everything(org) : standardOnly(standardObjects);
    addProfile(org, act, name, { userPermissions: user, objects, fields: {} }, all ? 'all' : 'standard');
  }
  for (const [name, source] of metadata.classes) {
    for (const [method, soql] of queryMethodsOf(source)) org.apex.queries.set(`${name}.${method}`, soql);
    for (const [method, object] of describeMethodsOf(source))
      org.apex.describes.set(`${name}.${method}`, object);
  }
  for (const [name, label] of metadata.tabs) org.tabs.labels.set(name, label);
  for (const set of metadata.permissionSets) addPackagedSet(org, act, set);
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

/** The id of the row of an object with that name; throws when there is none. */
export function idByName(org: Org, object: string, name: string, field = 'Name'): string {
  for (const row of org.table(org.schema.object(object)!).all()) if (row[field] === name) return row.Id;
  throw new Error(`there is no ${object} named ${name}`);
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
