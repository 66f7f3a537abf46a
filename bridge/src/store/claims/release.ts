import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

export async function releaseClaim(db: Kysely<Database>, claim: Claim): Promise<void> {
  await sql`
    update tandem.lease set holder = '', expires_at = '-infinity'
    where user_id = ${claim.userId} and kind = ${claim.kind} and epoch = ${claim.epoch} and holder = ${claim.holder}
  `.execute(db);
}
