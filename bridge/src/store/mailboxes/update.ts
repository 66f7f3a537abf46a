import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { fence } from '../fence.ts';
import type { Database } from '../schema.ts';
import type { Claim, MailboxState } from '../store.ts';
import { ClaimLost } from '../store.ts';

type MailboxFields = Partial<Omit<MailboxState, 'userId' | 'epoch'>>;

export async function updateMailbox(
  db: Kysely<Database>,
  claim: Claim,
  fields: MailboxFields,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('tandem.mailbox')
    .set({ userId: claim.userId, ...fields })
    .where('userId', '=', claim.userId)
    .where(sql<boolean>`exists (${fence(claim)})`)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ClaimLost(claim);
}
