import type { Kysely } from 'kysely';
import type { AccountId, Fingerprint, UserId } from '../../domain/ids.ts';
import { reportCompanies } from '../inbox/report-companies.ts';
import type { Database } from '../schema.ts';

/** What is chosen counts for all contacts of the company, so those that wait are in the inboxes by the same transaction. */
export async function chooseAccount(
  db: Kysely<Database>,
  userId: UserId,
  nameKey: Fingerprint,
  accountId: AccountId,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('tandem.account_choice')
      .values({ userId, nameKey, accountId })
      .onConflict((conflict) => conflict.columns(['userId', 'nameKey']).doUpdateSet({ accountId }))
      .execute();
    await reportCompanies(transaction, [nameKey]);
  });
}
