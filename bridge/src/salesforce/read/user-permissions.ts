import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { ContactPermissions } from '../../domain/permissions.ts';
import { mostCollections } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { oneOf } from '../wire/soql.ts';

const usersAQuery = 400;

const assignmentRow = z.object({ AssigneeId: id<UserId>(), PermissionSetId: z.string() });

const objectRow = z.object({
  ParentId: z.string(),
  SobjectType: z.string(),
  PermissionsRead: z.boolean(),
  PermissionsCreate: z.boolean(),
  PermissionsEdit: z.boolean(),
});

const objectQuery =
  'SELECT ParentId, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit FROM ObjectPermissions ' +
  "WHERE SobjectType IN ('Contact','Account')";

const none: ContactPermissions = {
  readContacts: false,
  createContacts: false,
  editContacts: false,
  readAccounts: false,
};

/**
 * What users may do with contacts and accounts: the union over their permission sets, among which are those of their profiles
 * and, with muting applied, of permission set groups ("PermissionSetAssignment" and "ObjectPermissions" of the Object Reference).
 */
export async function readPermissions(
  org: Org,
  patience: Patience,
  users: readonly UserId[],
): Promise<ReadonlyMap<UserId, ContactPermissions>> {
  if (users.length === 0) return new Map();
  const requests = [objectQuery, ...assignmentQueries(users)].map((soql) => queryRequest(soql));
  const granted = new Map<string, ContactPermissions>();
  const permissions = new Map<UserId, ContactPermissions>(users.map((userId) => [userId, none]));
  for (let start = 0; start < requests.length; start += mostCollections) {
    const together = requests.slice(start, start + mostCollections);
    await patience(async () => {
      const answers = await queryTogether(org, together);
      for (const [index, answer] of answers.entries()) {
        if (start + index === 0)
          for (const row of await allRows(org, objectRow, answer, 'ObjectPermissions'))
            granted.set(row.ParentId, union(granted.get(row.ParentId) ?? none, permissionsOf(row)));
        else
          for (const row of await allRows(org, assignmentRow, answer, 'PermissionSetAssignment'))
            permissions.set(
              row.AssigneeId,
              union(permissions.get(row.AssigneeId) ?? none, granted.get(row.PermissionSetId) ?? none),
            );
      }
    });
  }
  return permissions;
}

function assignmentQueries(users: readonly UserId[]): string[] {
  return Array.from({ length: Math.ceil(users.length / usersAQuery) }, (_, index) => {
    const some = users.slice(index * usersAQuery, (index + 1) * usersAQuery);
    return (
      'SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment ' +
      `WHERE IsActive = true AND ${oneOf('AssigneeId', some)}`
    );
  });
}

function permissionsOf(row: z.output<typeof objectRow>): ContactPermissions {
  if (row.SobjectType === 'Account') return { ...none, readAccounts: row.PermissionsRead };
  return {
    readContacts: row.PermissionsRead,
    createContacts: row.PermissionsCreate,
    editContacts: row.PermissionsEdit,
    readAccounts: false,
  };
}

function union(a: ContactPermissions, b: ContactPermissions): ContactPermissions {
  return {
    readContacts: a.readContacts || b.readContacts,
    createContacts: a.createContacts || b.createContacts,
    editContacts: a.editContacts || b.editContacts,
    readAccounts: a.readAccounts || b.readAccounts,
  };
}
