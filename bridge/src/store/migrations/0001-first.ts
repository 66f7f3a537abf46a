import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.mailbox (
    user_id text primary key,
    email text not null,
    exchange_user_id text,
    configuration_id text,
    active boolean not null,
    epoch bigint not null default 0,
    folder_id text,
    cursor text,
    links_loaded boolean not null default false,
    first_sync_done boolean not null default false,
    problem text,
    problem_detail text,
    not_before text
  )`,

  `create table tandem.lease (
    user_id text not null,
    kind text not null,
    epoch bigint not null,
    holder text not null,
    expires_at timestamptz not null,
    primary key (user_id, kind)
  )`,

  `create table tandem.link (
    user_id text not null,
    kind text not null,
    scope text not null,
    exchange_id text not null,
    record_id text not null,
    state text not null,
    reason text,
    made_by text,
    etag text,
    exchange_prints text not null,
    salesforce_prints text not null,
    company_print text,
    in_filter boolean not null,
    pending_exchange text,
    pending_salesforce text,
    last_synced text,
    last_synced_from text,
    primary key (user_id, kind, scope, exchange_id)
  )`,
  `create unique index link_one_live on tandem.link (user_id, kind, record_id) where state = 'Live'`,
  `create index link_record on tandem.link (record_id)`,
  `create index link_company on tandem.link (company_print) where state = 'Live' and company_print is not null`,

  `create table tandem.loose (
    user_id text not null,
    kind text not null,
    exchange_id text not null,
    email_keys text[] not null,
    name_key text,
    primary key (user_id, kind, exchange_id)
  )`,

  `create table tandem.record (
    record_id text primary key,
    owner_id text not null,
    account_id text,
    stamp text not null,
    created text not null,
    modified text not null,
    last_activity text,
    email_key text,
    name_key text,
    tandem_key text,
    deleted boolean not null,
    last_modified_by text not null
  )`,
  `create index record_owner on tandem.record (owner_id) where not deleted`,
  `create index record_account on tandem.record (account_id) where not deleted and account_id is not null`,
  `create index record_email on tandem.record (email_key) where not deleted and email_key is not null`,
  `create index record_name on tandem.record (name_key) where not deleted and name_key is not null`,
  `create index record_tandem on tandem.record (tandem_key) where not deleted and tandem_key is not null`,

  `create table tandem.account (
    account_id text primary key,
    name_key text not null,
    deleted boolean not null
  )`,
  `create index account_name on tandem.account (name_key) where not deleted`,

  `create sequence tandem.inbox_seq`,
  `create table tandem.inbox (
    user_id text not null,
    kind text not null,
    record_id text not null,
    seq bigint not null,
    primary key (user_id, kind, record_id)
  )`,

  `create table tandem.intent (
    user_id text not null,
    kind text not null,
    record_id text not null,
    primary key (user_id, kind, record_id)
  )`,

  `create table tandem.issue (
    issue_key text primary key,
    user_id text not null,
    kind text not null,
    code text not null,
    exchange_id text,
    record_id text,
    content_hash text not null,
    open boolean not null
  )`,
  `create index issue_open on tandem.issue (user_id, kind) where open`,

  `create table tandem.deletion (
    user_id text not null,
    kind text not null,
    side text not null,
    count integer not null,
    at timestamptz not null default now()
  )`,
  `create index deletion_at on tandem.deletion (at)`,

  `create table tandem.activity (
    day text not null,
    kind text not null,
    flow text not null,
    created integer not null,
    updated integer not null,
    deleted integer not null,
    paired integer not null,
    primary key (day, kind, flow)
  )`,

  `create table tandem.reader (
    name text primary key,
    stamp text,
    id text,
    holder text,
    expires_at timestamptz
  )`,

  `create table tandem.meta (
    key text primary key,
    value text not null
  )`,
];

/** The tables as they were first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
