import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import { quoted } from '../../rules/soql-text.ts';

const adminPermissionSet = 'Tandem_Admin';

const assignmentRow = z.object({
  PermissionSet: z.object({ Name: z.string() }).nullable(),
  PermissionSetGroupId: z.string().nullable(),
});
const memberRow = z.object({ PermissionSetGroupId: z.string() });

/**
 * Whether the permission set Tandem Admin is assigned to the user now, by itself or in a permission set group. An assignment of
 * a group names the group's own permission set, so the members are looked up ("PermissionSetAssignment" and
 * "PermissionSetGroupComponent" of the Object Reference).
 */
export async function isAdmin(org: Org, patience: Patience, userId: UserId): Promise<boolean> {
  const assigned =
    'SELECT PermissionSet.Name, PermissionSetGroupId FROM PermissionSetAssignment ' +
    `WHERE AssigneeId = ${quoted(userId)} AND IsActive = true`;
  const groups =
    'SELECT PermissionSetGroupId FROM PermissionSetGroupComponent ' +
    `WHERE PermissionSetId IN (SELECT Id FROM PermissionSet WHERE Name = ${quoted(adminPermissionSet)})`;
  return patience(async () => {
    const [ofUser, ofGroups] = await queryTogether(org, [queryRequest(assigned), queryRequest(groups)]);
    const members = await allRows(org, memberRow, ofGroups, 'PermissionSetGroupComponent');
    const adminGroups = new Set(members.map(({ PermissionSetGroupId }) => PermissionSetGroupId));
    const assignments = await allRows(org, assignmentRow, ofUser, 'PermissionSetAssignment');
    return assignments.some(
      ({ PermissionSet, PermissionSetGroupId: group }) =>
        PermissionSet?.Name === adminPermissionSet || (group !== null && adminGroups.has(group)),
    );
  });
}
