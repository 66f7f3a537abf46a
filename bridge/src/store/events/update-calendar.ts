import type { Kysely } from 'kysely';
import type { CalendarState } from '../event-store.ts';
import { fence } from '../fence.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { ClaimLost } from '../store.ts';

const unknownYet = { linksLoaded: false, firstSyncDone: false };

export async function updateCalendar(
  db: Kysely<Database>,
  claim: Claim,
  fields: Partial<CalendarState>,
): Promise<void> {
  const { userId } = claim;
  await db.transaction().execute(async (transaction) => {
    const { rows } = await fence(claim).execute(transaction);
    if (rows.length === 0) throw new ClaimLost(claim);
    await transaction
      .insertInto('tandem.calendar')
      .values({ ...unknownYet, ...fields, userId })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet({ ...fields, userId }))
      .execute();
  });
}
