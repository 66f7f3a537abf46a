import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Link } from '../../domain/link.ts';
import { writeFenced } from '../fence.ts';
import { json, portions } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { toRow } from './to-row.ts';

export async function loadLinks(db: Kysely<Database>, claim: Claim, links: readonly Link[]): Promise<void> {
  for (const portion of portions(links)) {
    const rows = portion.map((link) => toRow(claim, { ...link, exchangePrints: {}, salesforcePrints: {} }));
    await writeFenced(
      db,
      claim,
      sql`
        insert into tandem.link
        select given.* from json_populate_recordset(null::tandem.link, ${json(rows)}) as given
        where exists (select from fence)
        on conflict do nothing
      `,
    );
  }
}
