import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Fingerprint, UserId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function reportCompanies(
  db: Kysely<Database>,
  keys: readonly Fingerprint[],
): Promise<readonly UserId[]> {
  const { rows } = await sql<{ userId: UserId }>`
    with sorted as materialized (
      select user_id, kind, record_id from tandem.link
      where company_print = any(${texts(keys)}) and state = 'Live'
      order by user_id, record_id
    ), reported as (
      insert into tandem.inbox (user_id, kind, record_id, seq)
      select user_id, kind, record_id, nextval('tandem.inbox_seq') from sorted
      on conflict (user_id, kind, record_id) do update set seq = excluded.seq
      returning user_id
    )
    select distinct user_id from reported order by user_id
  `.execute(db);
  return rows.map((row) => row.userId);
}
