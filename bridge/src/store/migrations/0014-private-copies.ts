import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.private_copy (
    user_id text not null,
    exchange_id text not null,
    meeting text not null,
    own boolean not null,
    primary key (user_id, exchange_id)
  )`,
  `create index private_copy_meeting on tandem.private_copy (meeting)`,
];

/** Which copies of meetings are private, by themselves or since another mailbox's copy is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
