import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';

export function linksOfMailbox(db: Kysely<Database>, userId: UserId, kind: Kind): Promise<readonly Link[]> {
  return readLinks(db, sql`user_id = ${userId} and kind = ${kind}`);
}

export function heldLinks(db: Kysely<Database>, userId: UserId, kind: Kind): Promise<readonly Link[]> {
  return readLinks(
    db,
    sql`
      user_id = ${userId} and kind = ${kind} and state = 'Live'
      and (pending_exchange is not null or pending_salesforce is not null)
    `,
  );
}

/** Travels as a few long texts: with 50,000 links, field after field would cost more than all the rest of the read. */
async function readLinks(db: Kysely<Database>, condition: RawBuilder<unknown>): Promise<readonly Link[]> {
  const { rows } = await sql<{ links: string }>`
    select json_agg(json_build_object(
      'kind', kind, 'scope', scope, 'exchangeId', exchange_id, 'recordId', record_id, 'meeting', meeting,
      'isOrganizer', is_organizer,
      'state', state, 'reason', reason, 'madeBy', made_by, 'etag', etag,
      'exchangePrints', exchange_prints::json, 'salesforcePrints', salesforce_prints::json,
      'inFilter', in_filter, 'pendingExchange', pending_exchange, 'pendingSalesforce', pending_salesforce,
      'lastSynced', last_synced, 'lastSyncedFrom', last_synced_from
    ))::text as links
    from (
      select *, row_number() over () / 2000 as portion
      from tandem.link where ${condition}
    ) as portions
    group by portion
  `.execute(db);
  return rows.flatMap((row) => JSON.parse(row.links) as Link[]);
}
