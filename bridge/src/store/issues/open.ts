import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';
import type { KnownIssue } from '../store.ts';
import { selectIssues } from './select.ts';

export async function openIssues(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<readonly KnownIssue[]> {
  const { rows } = await sql<KnownIssue>`
    ${selectIssues} where user_id = ${userId} and kind = ${kind} and open order by issue_key
  `.execute(db);
  return rows;
}
