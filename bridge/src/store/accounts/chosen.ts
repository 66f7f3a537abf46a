import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountId, Fingerprint, UserId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function chosenAccounts(
  db: Kysely<Database>,
  userId: UserId,
  keys: readonly Fingerprint[],
): Promise<ReadonlyMap<Fingerprint, AccountId>> {
  const { rows } = await sql<{ nameKey: Fingerprint; accountId: AccountId }>`
    select choice.name_key, choice.account_id from tandem.account_choice as choice
    join tandem.account on account.account_id = choice.account_id and not account.deleted
    where choice.user_id = ${userId} and choice.name_key = any(${texts(keys)})
  `.execute(db);
  return new Map(rows.map((row) => [row.nameKey, row.accountId]));
}
