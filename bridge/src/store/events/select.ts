import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { KnownEvent } from '../event-store.ts';
import type { Database } from '../schema.ts';

/** The known events that meet a condition, in the order of their ids. */
export async function selectEvents(
  db: Kysely<Database>,
  condition: RawBuilder<unknown>,
): Promise<readonly KnownEvent[]> {
  const { rows } = await sql<KnownEvent>`
    select * from tandem.event where ${condition} order by record_id
  `.execute(db);
  return rows;
}
