import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.access (
    user_id text not null,
    record_id text not null,
    basis text not null,
    can_read boolean not null,
    can_edit boolean not null,
    can_delete boolean not null,
    asked_at timestamptz not null default now(),
    primary key (user_id, record_id)
  )`,
  `create index access_asked on tandem.access (asked_at)`,
];

/** What users may do with records of others, as Salesforce answered it last. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
