import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ExchangeId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

/** Drops the mailbox's links with these Exchange ids, in every scope. Runs inside a fenced transaction. */
export async function dropLinks(
  db: Kysely<Database>,
  claim: Claim,
  ids: readonly ExchangeId[],
): Promise<void> {
  await sql`
    delete from tandem.link
    where user_id = ${claim.userId} and kind = ${claim.kind} and exchange_id = any(${texts(ids)})
  `.execute(db);
}
