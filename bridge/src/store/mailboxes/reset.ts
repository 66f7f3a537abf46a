import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { forgetCalendarCursor } from '../events/forget-cursor.ts';
import { fence } from '../fence.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { ClaimLost } from '../store.ts';

/** Without a claim, a pass that runs loses its own: it would write back what is being forgotten. */
export async function resetMailbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
  claim?: Claim,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (claim === undefined) {
      await sql`
        update tandem.lease set holder = '', expires_at = '-infinity' where user_id = ${userId} and kind = ${kind}
      `.execute(transaction);
    } else {
      const { rows } = await fence(claim).execute(transaction);
      if (rows.length === 0) throw new ClaimLost(claim);
    }
    await sql`
      delete from tandem.link where user_id = ${userId} and kind = ${kind} and state = 'Live'
    `.execute(transaction);
    await sql`
      update tandem.link set exchange_prints = '{}', salesforce_prints = '{}'
      where user_id = ${userId} and kind = ${kind}
    `.execute(transaction);
    // The full round that follows finds those that are still loose.
    await sql`delete from tandem.loose where user_id = ${userId} and kind = ${kind}`.execute(transaction);
    if (kind === 'Event') await forgetCalendarCursor(transaction, userId);
    else await sql`update tandem.mailbox set cursor = null where user_id = ${userId}`.execute(transaction);
  });
}
