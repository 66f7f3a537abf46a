import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { noneAppears, presentElsewhere } from '../presence.ts';
import type { Database } from '../schema.ts';

/** Ends every claim and lease when no other process that uses the database lives, so that nobody waits for a dead one's. */
export async function freeAll(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`${noneAppears}`.execute(transaction);
    const others = presentElsewhere(0);
    await sql`
      update tandem.lease set holder = '', expires_at = '-infinity' where holder <> '' and not ${others}
    `.execute(transaction);
    await sql`
      update tandem.reader set holder = null, expires_at = null where holder is not null and not ${others}
    `.execute(transaction);
  });
}
