import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.attendance (
    record_id text primary key,
    attendees text not null
  )`,

  `create table tandem.attendee_choice (
    user_id text not null,
    email_key text not null,
    related_id text not null,
    primary key (user_id, email_key)
  )`,
];

/** Who attends the meeting of a record as Tandem related them, and whom people chose for an address that nobody has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
