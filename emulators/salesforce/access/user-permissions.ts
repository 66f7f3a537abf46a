import type { objectPermissionNames } from '../schema/standard/permissions.ts';
import type { Org } from '../store/org.ts';
import { membersOf } from '../store/permission-set-groups.ts';
import { rowsBy } from '../store/rows-by.ts';
import { fromStamp } from '../store/stamps.ts';
import type { Row, Table } from '../store/table.ts';

export type ObjectPermission = (typeof objectPermissionNames)[number];
type FieldPermission = 'Read' | 'Edit';

/** The union of what a user's profile and permission sets grant. */
export interface UserPermissions {
  /** A user permission by its API name without `Permissions`, for example `ViewAllData`. */
  user(name: string): boolean;
  object(object: string, permission: ObjectPermission): boolean;
  /** A field by object and API name, for example `Contact.Title`. */
  field(name: string, permission: FieldPermission): boolean;
}

interface Known {
  readonly version: number;
  readonly tables: readonly Table[];
  readonly users: Map<string, UserPermissions>;
}

const known = new WeakMap<Org, Known>();
const sources = [
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
] as const;

/** Reads what a user is granted by PermissionSetAssignment, ObjectPermissions and FieldPermissions. */
export function permissionsOf(org: Org, userId: string): UserPermissions {
  let entry = known.get(org);
  const tables = entry?.tables ?? sources.map((name) => org.table(org.schema.object(name)!));
  const version = tables.reduce((sum, table) => sum + table.version, 0);
  if (entry?.version !== version) known.set(org, (entry = { version, tables, users: new Map() }));
  let permissions = entry.users.get(userId);
  if (!permissions) entry.users.set(userId, (permissions = gather(org, userId)));
  return permissions;
}

/** The permission sets of a user, those of the profile and of groups included, but for assignments that have ended. */
export function permissionSetsOf(org: Org, userId: string): Row[] {
  const now = org.now();
  return rowsBy(org, 'PermissionSetAssignment', 'AssigneeId', userId)
    .filter((row) => row['IsActive'] !== false)
    .filter(({ ExpirationDate: end }) => typeof end !== 'string' || fromStamp(end) > now)
    .map((row) => org.row(row['PermissionSetId'] as string))
    .filter((set) => set !== undefined)
    .flatMap((set) => [set, ...membersOf(org, set)]);
}

function gather(org: Org, userId: string): UserPermissions {
  const granted = new Set<string>();
  const grant = (row: Row, prefix: string) => {
    for (const [name, value] of Object.entries(row)) {
      if (value === true && name.startsWith('Permissions')) granted.add(`${prefix} ${name.slice(11)}`);
    }
  };
  for (const set of permissionSetsOf(org, userId)) {
    grant(set, 'user');
    for (const row of rowsBy(org, 'ObjectPermissions', 'ParentId', set.Id))
      grant(row, `object ${lower(row['SobjectType'])}`);
    for (const row of rowsBy(org, 'FieldPermissions', 'ParentId', set.Id))
      grant(row, `field ${lower(row['Field'])}`);
  }
  return {
    user: (name) => granted.has(`user ${name}`),
    object: (object, permission) => granted.has(`object ${object.toLowerCase()} ${permission}`),
    field: (name, permission) => granted.has(`field ${name.toLowerCase()} ${permission}`),
  };
}

function lower(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
