import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Whether a link's item is the organiser's own copy of its meeting, since nothing tells once it is gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table tandem.link add column is_organizer boolean').execute(db);
}
