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
  // Scope by scope, since a join with the given keys would read all links of the mailbox.
  for (const [scope, those] of Map.groupBy(rows, (row) => row.scope))
    await sql`
      delete from tandem.link
      where user_id = ${claim.userId} and kind = ${claim.kind}
        and scope = ${scope} and exchange_id = any(${texts(those.map((row) => row.exchangeId))})
    `.execute(db);
  await sql`
    insert into tandem.link select * from json_populate_recordset(null::tandem.link, ${json(rows)})
  `.execute(db);
}
