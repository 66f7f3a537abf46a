import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ExchangeId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

/** Forgets loose items. Runs inside a fenced transaction. */
export async function removeLoose(
  db: Kysely<Database>,
  { userId, kind }: Claim,
  ids: readonly ExchangeId[],
): Promise<void> {
  await sql`
    delete from tandem.loose
    where user_id = ${userId} and kind = ${kind} and exchange_id = any(${texts(ids)})
  `.execute(db);
}
