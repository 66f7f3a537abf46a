import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { OrgUser } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { pageOf, queryRequest } from '../wire/query.ts';
import { id, text } from '../wire/shapes.ts';
import { quoted } from '../../rules/soql-text.ts';

const userRow = z.object({ Id: id<UserId>(), Email: text, IsActive: z.boolean() });

/** The user of that id, assigned or not; null when there is none. */
export async function readUser(org: Org, patience: Patience, userId: UserId): Promise<OrgUser | null> {
  const soql = `SELECT Id, Email, IsActive FROM User WHERE Id = ${quoted(userId)}`;
  const answer = await patience(() => org.call(queryRequest(soql)));
  const [row] = pageOf(userRow, answer, 'User').rows;
  return row ? { userId: row.Id, email: row.Email ?? '', active: row.IsActive } : null;
}
