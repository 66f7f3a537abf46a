import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

/** Rows are written in one order everywhere, so that reports side by side wait for each other and never deadlock. */
export async function reportToInboxes(
  db: Kysely<Database>,
  kind: Kind,
  ids: readonly RecordId[],
): Promise<readonly UserId[]> {
  const { rows } = await sql<{ userId: UserId }>`
    with concerned as (
      select record.owner_id as user_id, record.record_id
      from tandem.record join tandem.mailbox on mailbox.user_id = record.owner_id and mailbox.active
      where record.record_id = any(${texts(ids)})
      union
      select user_id, record_id from tandem.link where record_id = any(${texts(ids)}) and kind = ${kind}
    ), sorted as materialized (
      select user_id, record_id from concerned order by user_id, record_id
    ), reported as (
      insert into tandem.inbox (user_id, kind, record_id, seq)
      select user_id, ${kind}, record_id, nextval('tandem.inbox_seq') from sorted
      on conflict (user_id, kind, record_id) do update set seq = excluded.seq
      returning user_id
    )
    select distinct user_id from reported order by user_id
  `.execute(db);
  return rows.map((row) => row.userId);
}
