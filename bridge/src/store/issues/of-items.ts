import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ExchangeId, UserId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { KnownIssue } from '../store.ts';
import { selectIssues } from './select.ts';

export async function issuesOfItems(
  db: Kysely<Database>,
  userId: UserId,
  ids: readonly ExchangeId[],
): Promise<readonly KnownIssue[]> {
  const { rows } = await sql<KnownIssue>`
    ${selectIssues} where user_id = ${userId} and exchange_id = any(${texts(ids)}) order by issue_key
  `.execute(db);
  return rows;
}
