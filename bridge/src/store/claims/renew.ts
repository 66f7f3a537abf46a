import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { ClaimLost } from '../store.ts';

export async function renewClaim(db: Kysely<Database>, claim: Claim, leaseSeconds: number): Promise<void> {
  const { numAffectedRows } = await sql`
    update tandem.lease set expires_at = now() + make_interval(secs => ${leaseSeconds})
    where user_id = ${claim.userId} and kind = ${claim.kind} and epoch = ${claim.epoch} and holder = ${claim.holder}
  `.execute(db);
  if (numAffectedRows === 0n) throw new ClaimLost(claim);
}
