import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { KnownRecord } from '../store.ts';

export async function getRecords(
  db: Kysely<Database>,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, KnownRecord>> {
  const { rows } = await sql<KnownRecord>`
    select * from tandem.record where record_id = any(${texts(ids)})
  `.execute(db);
  return new Map(rows.map((row) => [row.recordId, row]));
}
