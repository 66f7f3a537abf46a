import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Removes answers that have not been renewed for days, such as those of links that ended. */
export async function forgetOldAccess(db: Kysely<Database>): Promise<void> {
  await sql`delete from tandem.access where asked_at < now() - interval '3 days'`.execute(db);
}
