import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Fingerprint } from '../../domain/ids.ts';
import type { MeetingLink } from '../event-store.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function meetingLinks(
  db: Kysely<Database>,
  keys: readonly Fingerprint[],
): Promise<readonly MeetingLink[]> {
  const { rows } = await sql<MeetingLink>`
    select user_id, email, exchange_id, record_id, meeting from tandem.link join tandem.mailbox using (user_id)
    where kind = 'Event' and state = 'Live' and meeting = any(${texts(keys)})
    order by meeting, user_id, exchange_id
  `.execute(db);
  return rows;
}
