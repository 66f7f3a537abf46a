import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountId, Fingerprint } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function accountsByNameKeys(
  db: Kysely<Database>,
  keys: readonly Fingerprint[],
): Promise<ReadonlyMap<Fingerprint, readonly AccountId[]>> {
  const { rows } = await sql<{ nameKey: Fingerprint; ids: AccountId[] }>`
    select name_key, array_agg(account_id order by account_id) as ids from tandem.account
    where name_key = any(${texts(keys)}) and not deleted
    group by name_key
  `.execute(db);
  return new Map(rows.map((row) => [row.nameKey, row.ids]));
}
