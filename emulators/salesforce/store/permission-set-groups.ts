import { userPermissions } from '../schema/standard/users.ts';
import type { Changes } from './input.ts';
import type { Act, Org } from './org.ts';
import { rowsBy } from './rows-by.ts';
import type { Row } from './table.ts';

/**
 * A group has a permission set of Type `Group` with the union of what its members grant (Object Reference, "PermissionSet":
 * PermissionSetGroupId, Type; "PermissionSetGroup": "find which aggregated permissions are included in the group"). The platform
 * works it out a little later; here it is there at once. Muting is not emulated.
 */
export function alignGroups(org: Org, object: string, row: Row, act: Act): void {
  if (object === 'PermissionSetGroup') addAggregate(org, row, act);
  else if (object === 'PermissionSetGroupComponent') gather(org, row['PermissionSetGroupId'] as string, act);
  else if (object === 'PermissionSet') gatherAll(org, row.Id, act);
  else if (object === 'ObjectPermissions' || object === 'FieldPermissions')
    gatherAll(org, row['ParentId'] as string, act);
}

/** An assignment of a group names the group's own permission set too. */
export function namesAggregate(org: Org, object: string, changes: Changes): Changes {
  const group = changes['PermissionSetGroupId'];
  if (object !== 'PermissionSetAssignment' || typeof group !== 'string') return changes;
  return { ...changes, PermissionSetId: aggregateOf(org, group)?.Id ?? null };
}

/** The permission sets that are in the group of which this is the own one; none for any other. */
export function membersOf(org: Org, set: Row): readonly Row[] {
  const group = set['PermissionSetGroupId'];
  if (typeof group !== 'string') return [];
  return rowsBy(org, 'PermissionSetGroupComponent', 'PermissionSetGroupId', group)
    .map((row) => org.row(row['PermissionSetId'] as string))
    .filter((member) => member !== undefined);
}

function aggregateOf(org: Org, group: string): Row | undefined {
  return rowsBy(org, 'PermissionSet', 'PermissionSetGroupId', group)[0];
}

function addAggregate(org: Org, group: Row, act: Act): void {
  if (aggregateOf(org, group.Id)) return;
  const table = org.table(org.schema.object('PermissionSet')!);
  act.journal.put(table, {
    ...stamps(act),
    Id: table.nextId(),
    Name: `X${group.Id.slice(0, 15)}`,
    Label: group['MasterLabel'] ?? group['DeveloperName'] ?? group.Id,
    PermissionSetGroupId: group.Id,
    Type: 'Group',
    IsOwnedByProfile: false,
    IsCustom: false,
    ...Object.fromEntries(userPermissions().map(({ name }) => [name, false])),
  });
}

function gatherAll(org: Org, member: string, act: Act): void {
  for (const row of rowsBy(org, 'PermissionSetGroupComponent', 'PermissionSetId', member))
    gather(org, row['PermissionSetGroupId'] as string, act);
}

function gather(org: Org, group: string, act: Act): void {
  const aggregate = aggregateOf(org, group);
  if (!aggregate) return;
  const members = membersOf(org, aggregate);
  const names = userPermissions().map(({ name }) => name);
  const union = (rows: readonly Row[], flags: readonly string[]) =>
    Object.fromEntries(flags.map((flag) => [flag, rows.some((row) => row[flag] === true)]));
  act.journal.put(org.table(org.schema.object('PermissionSet')!), { ...aggregate, ...union(members, names) });
  for (const [object, what] of [
    ['ObjectPermissions', 'SobjectType'],
    ['FieldPermissions', 'Field'],
  ] as const) {
    const table = org.table(org.schema.object(object)!);
    for (const { Id } of rowsBy(org, object, 'ParentId', aggregate.Id)) act.journal.remove(table, Id);
    const rows = members.flatMap(({ Id }) => rowsBy(org, object, 'ParentId', Id));
    const flags = [...table.type.fields.values()]
      .map(({ name }) => name)
      .filter((name) => name.startsWith('Permissions'));
    for (const some of Map.groupBy(rows, (row) => String(row[what]).toLowerCase()).values())
      act.journal.put(table, {
        ...some[0]!,
        ...stamps(act),
        ...union(some, flags),
        Id: table.nextId(),
        ParentId: aggregate.Id,
      });
  }
}

function stamps({ stamp, userId }: Act) {
  return {
    CreatedDate: stamp,
    CreatedById: userId,
    LastModifiedDate: stamp,
    LastModifiedById: userId,
    SystemModstamp: stamp,
  };
}
