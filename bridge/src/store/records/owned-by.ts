import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';

export async function recordsOwnedBy(db: Kysely<Database>, userId: UserId): Promise<readonly RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`
    select record_id from tandem.record where owner_id = ${userId} and not deleted order by record_id
  `.execute(db);
  return rows.map(({ recordId }) => recordId);
}
