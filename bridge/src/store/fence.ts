import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from './schema.ts';
import type { Claim } from './store.ts';
import { ClaimLost } from './store.ts';

/**
 * Selects one row while the claim holds, else none, and keeps anybody from taking the mailbox until the end of the
 * transaction. An expired claim holds as long as nobody else took the mailbox.
 */
export function fence(claim: Claim, columns: RawBuilder<unknown> = sql`1`): RawBuilder<unknown> {
  return sql`
    select ${columns} from tandem.lease
    where user_id = ${claim.userId} and kind = ${claim.kind} and epoch = ${claim.epoch} and holder = ${claim.holder}
    for share
  `;
}

/**
 * Runs one data-modifying statement that has to refer to `fence` (`… where exists (select from fence)`).
 *
 * @throws ClaimLost when the claim does not hold; then nothing was written
 */
export async function writeFenced(
  db: Kysely<Database>,
  claim: Claim,
  statement: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    with fence as materialized (${fence(claim)}), written as (${statement})
    select exists (select from fence) as held
  `.execute(db);
  if (rows[0]?.held !== true) throw new ClaimLost(claim);
}
