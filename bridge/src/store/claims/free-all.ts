import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Ends every claim and lease: for a database that no other process can be using. */
export async function freeAll(db: Kysely<Database>): Promise<void> {
  await sql`update tandem.lease set holder = '', expires_at = '-infinity' where holder <> ''`.execute(db);
  await sql`update tandem.reader set holder = null, expires_at = null where holder is not null`.execute(db);
}
