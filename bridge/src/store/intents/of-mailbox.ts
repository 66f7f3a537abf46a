import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';

export async function intentsOfMailbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<ReadonlySet<RecordId>> {
  const { rows } = await sql<{ recordId: RecordId }>`
    select record_id from tandem.intent where user_id = ${userId} and kind = ${kind}
  `.execute(db);
  return new Set(rows.map((row) => row.recordId));
}
