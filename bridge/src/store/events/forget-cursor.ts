import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';

/** Forgets how far a mailbox's calendar was read, so that its whole window is read and paired again. */
export async function forgetCalendarCursor(db: Kysely<Database>, userId: UserId): Promise<void> {
  await sql`
    update tandem.calendar set cursor = null, window_from = null, window_until = null where user_id = ${userId}
  `.execute(db);
  await sql`delete from tandem.series where user_id = ${userId}`.execute(db);
}
