import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';

/** Forgets how far a mailbox's calendar was read, so that its whole window is read and paired again. */
export function forgetCalendarCursor(userId: UserId): RawBuilder<unknown> {
  return sql`
    update tandem.calendar set cursor = null, window_from = null, window_until = null, series_until = null
    where user_id = ${userId}
  `;
}
