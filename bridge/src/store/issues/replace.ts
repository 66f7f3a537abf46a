import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim, KnownIssue } from '../store.ts';

/** Inserts or replaces the issues by key. Runs inside a fenced transaction. */
export async function replaceIssues(
  db: Kysely<Database>,
  claim: Claim,
  issues: readonly KnownIssue[],
): Promise<void> {
  const rows = lastByKey(issues, (issue) => issue.issueKey).map((issue) => ({
    ...issue,
    userId: claim.userId,
    kind: claim.kind,
  }));
  await sql`
    insert into tandem.issue select * from json_populate_recordset(null::tandem.issue, ${json(rows)})
    on conflict (issue_key) do update set
      user_id = excluded.user_id, kind = excluded.kind, code = excluded.code, exchange_id = excluded.exchange_id,
      record_id = excluded.record_id, content_hash = excluded.content_hash, open = excluded.open
  `.execute(db);
}
