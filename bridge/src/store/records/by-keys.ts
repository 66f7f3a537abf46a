import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Fingerprint } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { KnownRecord } from '../store.ts';

/** Live records that carry one of the keys in the column. What was made from an item belongs to it in its master, too. */
export async function recordsByKeys(
  db: Kysely<Database>,
  column: 'email_key' | 'name_key' | 'tandem_key',
  keys: readonly Fingerprint[],
): Promise<readonly KnownRecord[]> {
  const merged = sql.raw(column === 'tandem_key' ? 'or master_id is not null' : '');
  const { rows } = await sql<KnownRecord>`
    select * from tandem.record
    where ${sql.raw(column)} = any(${texts(keys)}) and (not deleted ${merged})
    order by record_id
  `.execute(db);
  return rows;
}
