import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { pageOf, queryRequest } from '../wire/query.ts';
import { quoted } from '../wire/soql.ts';

const adminPermissionSet = 'Tandem_Admin';

/** Whether the permission set Tandem Admin is assigned to the user now. */
export async function isAdmin(org: Org, patience: Patience, userId: UserId): Promise<boolean> {
  const soql =
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${quoted(userId)} ` +
    `AND PermissionSet.Name = ${quoted(adminPermissionSet)} AND IsActive = true LIMIT 1`;
  const answer = await patience(() => org.call(queryRequest(soql)));
  return pageOf(z.object({ Id: z.string() }), answer, 'PermissionSetAssignment').rows.length > 0;
}
