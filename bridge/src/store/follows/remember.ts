import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Store } from '../store.ts';
import { followedRecords } from './followed-records.ts';

type Follows = Parameters<Store['follows']['remember']>[0];

/** What is remembered is no news again, so what changed is in the inboxes by the same transaction. */
export async function rememberFollows(db: Kysely<Database>, follows: Follows): Promise<readonly UserId[]> {
  const rows = lastByKey(follows, ({ userId, followedId }) => `${userId} ${followedId}`);
  return db.transaction().execute(async (transaction) => {
    const { rows: ended } = await sql<Follows[number]>`
      select user_id, followed_id from tandem.follow
      except select user_id, followed_id from json_populate_recordset(null::tandem.follow, ${json(rows)})
    `.execute(transaction);
    const { rows: begun } = await sql<Follows[number]>`
      insert into tandem.follow select * from json_populate_recordset(null::tandem.follow, ${json(rows)})
      on conflict do nothing returning user_id, followed_id
    `.execute(transaction);
    if (ended.length + begun.length === 0) return [];
    // Reported before it is removed, since it leads to the records.
    const { rows: reported } = await sql<{ userId: UserId }>`
      with changed as materialized (
        select * from json_populate_recordset(null::tandem.follow, ${json([...ended, ...begun])})
      ), sorted as materialized (
        select distinct user_id, record_id from (${followedRecords}) as followed
        join changed using (user_id, followed_id) join tandem.mailbox using (user_id)
        order by user_id, record_id
      ), reported as (
        insert into tandem.inbox (user_id, kind, record_id, seq)
        select user_id, 'Contact', record_id, nextval('tandem.inbox_seq') from sorted
        on conflict (user_id, kind, record_id) do update set seq = excluded.seq
        returning user_id
      )
      select distinct user_id from reported order by user_id
    `.execute(transaction);
    await sql`
      delete from tandem.follow using json_populate_recordset(null::tandem.follow, ${json(ended)}) as gone
      where follow.user_id = gone.user_id and follow.followed_id = gone.followed_id
    `.execute(transaction);
    return reported.map((row) => row.userId);
  });
}
