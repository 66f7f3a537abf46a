import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';

export async function allEventIds(db: Kysely<Database>): Promise<readonly RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`
    select record_id from tandem.event where not deleted order by record_id
  `.execute(db);
  return rows.map((row) => row.recordId);
}
