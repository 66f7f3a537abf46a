import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `alter table tandem.record alter column last_modified_by drop not null, add column master_id text`,
  `create index record_master on tandem.record (record_id) where master_id is not null`,
  // Of records that were merged, too: what was made from an item belongs to it in its master.
  `drop index tandem.record_tandem`,
  `create index record_tandem on tandem.record (tandem_key) where tandem_key is not null`,
];

/** The records that others were merged into. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
