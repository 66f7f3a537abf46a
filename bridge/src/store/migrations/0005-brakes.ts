import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.first_sync_hour (
    configuration_id text not null,
    hour text not null,
    writes integer not null,
    primary key (configuration_id, hour)
  )`,
  `create table tandem.write_tally (
    configuration_id text not null,
    written integer not null,
    refused integer not null,
    at timestamptz not null default now()
  )`,
  `create index write_tally_at on tandem.write_tally (configuration_id, at)`,
];

/** What first syncs wrote by the hour, and what became of all writes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
