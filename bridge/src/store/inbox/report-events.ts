import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

/** Rows are written in the same order as by reports of contacts; also for mailboxes that are paused, which look at them later. */
export async function reportEvents(
  db: Kysely<Database>,
  ids: readonly RecordId[],
): Promise<readonly UserId[]> {
  const { rows } = await sql<{ userId: UserId }>`
    with concerned as (
      select event.owner_id as user_id, event.record_id
      from tandem.event join tandem.mailbox on mailbox.user_id = event.owner_id
      where event.record_id = any(${texts(ids)})
      union
      select user_id, record_id from tandem.link where record_id = any(${texts(ids)}) and kind = 'Event'
    ), sorted as materialized (
      select user_id, record_id from concerned order by user_id, record_id
    ), reported as (
      insert into tandem.inbox (user_id, kind, record_id, seq)
      select user_id, 'Event', record_id, nextval('tandem.inbox_seq') from sorted
      on conflict (user_id, kind, record_id) do update set seq = excluded.seq
      returning user_id
    )
    select distinct user_id from reported order by user_id
  `.execute(db);
  return rows.map((row) => row.userId);
}
