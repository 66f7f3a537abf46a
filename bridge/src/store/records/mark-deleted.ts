import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function markRecordsDeleted(db: Kysely<Database>, ids: readonly RecordId[]): Promise<void> {
  await sql`update tandem.record set deleted = true where record_id = any(${texts(ids)}) and not deleted`.execute(
    db,
  );
}
