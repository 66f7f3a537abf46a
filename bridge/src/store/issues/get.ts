import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { KnownIssue } from '../store.ts';
import { selectIssues } from './select.ts';

export async function getIssues(
  db: Kysely<Database>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownIssue>> {
  const { rows } = await sql<KnownIssue>`${selectIssues} where issue_key = any(${texts(keys)})`.execute(db);
  return new Map(rows.map((row) => [row.issueKey, row]));
}
