import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { json } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { ChunkResult, Claim } from '../store.ts';

/** Adds deletions, which are announced no more, and drops those that no guard asks for any more. Runs inside a fenced transaction. */
export async function addDeletions(
  db: Kysely<Database>,
  { userId, kind, epoch }: Claim,
  deletions: ChunkResult['deletions'],
): Promise<void> {
  const made = deletions.reduce((sum, { count }) => sum + count, 0);
  await sql`
    update tandem.announced_deletion set count = greatest(0, count - ${made}::int)
    where user_id = ${userId} and kind = ${kind} and epoch = ${epoch}
  `.execute(db);
  await sql`
    with old as (delete from tandem.deletion where at < now() - interval '7 days')
    insert into tandem.deletion (user_id, kind, side, count)
    select ${userId}, ${kind}, side, count from json_populate_recordset(null::tandem.deletion, ${json(deletions)})
  `.execute(db);
}
