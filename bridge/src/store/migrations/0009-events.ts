import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.calendar (
    user_id text primary key,
    cursor text,
    window_from text,
    window_until text,
    series_until text,
    begun text,
    links_loaded boolean not null default false,
    first_sync_done boolean not null default false,
    problem text,
    problem_detail text,
    not_before text
  )`,

  `create table tandem.event (
    record_id text primary key,
    owner_id text not null,
    stamp text not null,
    created text not null,
    modified text not null,
    "start" text not null,
    "end" text not null,
    match_key text,
    tandem_key text,
    deleted boolean not null,
    last_modified_by text,
    is_child boolean not null,
    is_client_managed boolean not null,
    is_series_row boolean not null
  )`,
  `create index event_owner on tandem.event (owner_id) where not deleted`,
  `create index event_match on tandem.event (match_key) where not deleted and match_key is not null`,
  `create index event_tandem on tandem.event (tandem_key) where not deleted and tandem_key is not null`,

  `alter table tandem.link add column meeting text`,
  `create index link_meeting on tandem.link (meeting) where state = 'Live' and meeting is not null`,
];

/** What is known of calendars and of Salesforce events, and which meeting a link stands for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
