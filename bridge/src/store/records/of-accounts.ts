import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountId, RecordId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function recordsOfAccounts(
  db: Kysely<Database>,
  ids: readonly AccountId[],
): Promise<readonly RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`
    select record_id from tandem.record where account_id = any(${texts(ids)}) and not deleted order by record_id
  `.execute(db);
  return rows.map((row) => row.recordId);
}
