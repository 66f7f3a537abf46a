import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

/** Removes the intents. Runs inside a fenced transaction. */
export async function removeIntents(
  db: Kysely<Database>,
  claim: Claim,
  ids: readonly RecordId[],
): Promise<void> {
  await sql`
    delete from tandem.intent
    where user_id = ${claim.userId} and kind = ${claim.kind} and record_id = any(${texts(ids)})
  `.execute(db);
}
