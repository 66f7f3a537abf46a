import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.calendar (
    user_id text primary key,
    cursor text,
    window_from text,
    window_until text,
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

  `create table tandem.series (
    user_id text not null,
    exchange_id text not null,
    next text not null,
    primary key (user_id, exchange_id)
  )`,

  `create table tandem.mailing (
    user_id text not null,
    count integer not null,
    at timestamptz not null default now()
  )`,
  `create index mailing_of on tandem.mailing (user_id, at)`,

  `alter table tandem.link add column meeting text`,
  `create index link_meeting on tandem.link (meeting) where state = 'Live' and meeting is not null`,
];

/** What is known of calendars, their series and of Salesforce events, which meeting a link stands for, and how often people were mailed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
