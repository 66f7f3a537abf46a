import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `alter table tandem.reader
    add column begun integer not null default 0,
    add column done integer not null default 0`,
  `alter table tandem.lease add column knows integer not null default 0`,

  `create table tandem.turn (
    key text primary key,
    user_id text not null,
    kind text not null,
    epoch integer not null,
    until_read boolean not null,
    ended integer
  )`,
  `create index turn_of on tandem.turn (user_id, kind, epoch)`,
  `create index turn_ended on tandem.turn (ended)`,
];

/** Turns: mailboxes write one record, and make records that could be one, one after the other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
