import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function markEventsGone(db: Kysely<Database>, ids: readonly RecordId[]): Promise<void> {
  await sql`
    update tandem.event set deleted = true, last_modified_by = null
    where record_id = any(${texts(ids)}) and not deleted
  `.execute(db);
}
