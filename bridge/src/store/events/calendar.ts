import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { CalendarState } from '../event-store.ts';
import type { Database } from '../schema.ts';

export async function getCalendar(db: Kysely<Database>, userId: UserId): Promise<CalendarState | null> {
  const { rows } = await sql<CalendarState>`
    select cursor, window_from, window_until, begun, links_loaded, first_sync_done, problem, problem_detail,
      not_before
    from tandem.calendar where user_id = ${userId}
  `.execute(db);
  return rows[0] ?? null;
}
