import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The meeting of an item of which a record may have been made without an answer, so that the record is found once the item is gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table tandem.loose add column meeting text').execute(db);
}
