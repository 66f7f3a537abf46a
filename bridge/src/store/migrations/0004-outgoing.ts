import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `alter table tandem.mailbox
    add column scope text not null default 'Own',
    add column followed boolean not null default false,
    add column seen bigint not null default 0`,
  `alter table tandem.record add column is_person boolean not null default false`,
  `alter table tandem.account add column stamp text not null default ''`,

  `create table tandem.news (
    record_id text primary key,
    seq bigint not null
  )`,
  `create index news_seq on tandem.news (seq)`,

  `create table tandem.follow (
    user_id text not null,
    followed_id text not null,
    primary key (user_id, followed_id)
  )`,
  `create index follow_followed on tandem.follow (followed_id)`,
];

/** What going out takes: scopes, follows, person accounts, and news for mailboxes that all records may concern. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
