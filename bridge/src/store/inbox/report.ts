import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { followedRecords } from '../follows/followed-records.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import { reportEvents } from './report-events.ts';

/** Class of the advisory lock that lets reports take their numbers in the order in which they become visible. */
const numbering = 1_413_566_022;

/**
 * Rows are written in one order everywhere, so that reports side by side wait for each other and never deadlock. For the
 * mailboxes that every record may concern, one row of news stands instead of one a mailbox.
 */
export async function reportToInboxes(
  db: Kysely<Database>,
  kind: Kind,
  ids: readonly RecordId[],
): Promise<readonly UserId[]> {
  if (ids.length === 0) return [];
  if (kind === 'Event') return reportEvents(db, ids);
  if (db.isTransaction) return reportContacts(db, ids);
  return db.transaction().execute((transaction) => reportContacts(transaction, ids));
}

async function reportContacts(db: Kysely<Database>, ids: readonly RecordId[]): Promise<readonly UserId[]> {
  const watching = await reportNews(db, ids);
  const { rows } = await sql<{ userId: UserId }>`
    with concerned as (
      select record.owner_id as user_id, record.record_id
      from tandem.record join tandem.mailbox on mailbox.user_id = record.owner_id and mailbox.active
      where record.record_id = any(${texts(ids)})
      union
      select user_id, record_id from tandem.link where record_id = any(${texts(ids)}) and kind = 'Contact'
      union
      select user_id, record_id from (${followedRecords}) as followed
      join tandem.mailbox using (user_id)
      where record_id = any(${texts(ids)}) and mailbox.active and mailbox.followed
    ), sorted as materialized (
      select user_id, record_id from concerned order by user_id, record_id
    ), reported as (
      insert into tandem.inbox (user_id, kind, record_id, seq)
      select user_id, 'Contact', record_id, nextval('tandem.inbox_seq') from sorted
      on conflict (user_id, kind, record_id) do update set seq = excluded.seq
      returning user_id
    )
    select distinct user_id from reported order by user_id
  `.execute(db);
  return [...new Set([...rows.map((row) => row.userId), ...watching])];
}

/** Tells those whose scope is all visible contacts; answers who they are. */
async function reportNews(db: Kysely<Database>, ids: readonly RecordId[]): Promise<readonly UserId[]> {
  const { rows: watching } = await sql<{ userId: UserId }>`
    select user_id from tandem.mailbox where active and scope = 'Visible' order by user_id
  `.execute(db);
  if (watching.length === 0) return [];
  // A mailbox remembers up to which number it has seen all, so no lower number may appear later.
  await sql`select pg_advisory_xact_lock(${sql.lit(numbering)}, 0)`.execute(db);
  await sql`
    insert into tandem.news (record_id, seq)
    select record_id, nextval('tandem.inbox_seq') from unnest(${texts([...new Set(ids)].sort())}) as given (record_id)
    on conflict (record_id) do update set seq = excluded.seq
  `.execute(db);
  return watching.map((row) => row.userId);
}
