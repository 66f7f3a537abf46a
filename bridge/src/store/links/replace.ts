import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Link } from '../../domain/link.ts';
import { json, lastByKey, texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { toRow } from './to-row.ts';

/**
 * Inserts or replaces the links. Runs inside a fenced transaction. Rows are removed before any is written, because two
 * links may exchange their records, and a record has one live link at every moment.
 */
export async function replaceLinks(
  db: Kysely<Database>,
  claim: Claim,
  links: readonly Link[],
): Promise<void> {
  const rows = lastByKey(links, (link) => `${link.scope}|${link.exchangeId}`).map((link) =>
    toRow(claim, link),
  );
  await sql`
    delete from tandem.link using unnest(${texts(rows.map((row) => row.scope))}, ${texts(rows.map((row) => row.exchangeId))})
      as given (scope, exchange_id)
    where link.user_id = ${claim.userId} and link.kind = ${claim.kind}
      and link.scope = given.scope and link.exchange_id = given.exchange_id
  `.execute(db);
  await sql`
    insert into tandem.link select * from json_populate_recordset(null::tandem.link, ${json(rows)})
  `.execute(db);
}
