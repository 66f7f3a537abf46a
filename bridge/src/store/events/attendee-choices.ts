import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RelatedId } from '../../domain/attendance.ts';
import type { ExchangeId, Fingerprint, UserId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function chosenAttendees(
  db: Kysely<Database>,
  userId: UserId,
  keys: readonly Fingerprint[],
): Promise<ReadonlyMap<Fingerprint, RelatedId>> {
  const { rows } = await sql<{ emailKey: Fingerprint; relatedId: RelatedId }>`
    select email_key, related_id from tandem.attendee_choice
    where user_id = ${userId} and email_key = any(${texts(keys)})
  `.execute(db);
  return new Map(rows.map((row) => [row.emailKey, row.relatedId]));
}

export async function chooseAttendee(
  db: Kysely<Database>,
  userId: UserId,
  emailKey: Fingerprint,
  relatedId: RelatedId,
): Promise<void> {
  await db
    .insertInto('tandem.attendee_choice')
    .values({ userId, emailKey, relatedId })
    .onConflict((conflict) => conflict.columns(['userId', 'emailKey']).doUpdateSet({ relatedId }))
    .execute();
}

/** Keys are hashes in base 64 without quotes, so one is found in the text as it is. */
export async function unmatchedItems(
  db: Kysely<Database>,
  userId: UserId,
  key: Fingerprint,
): Promise<readonly ExchangeId[]> {
  const unmatched = JSON.stringify({ key, relatedId: null }).slice(1, -1);
  const { rows } = await sql<{ exchangeId: ExchangeId }>`
    select exchange_id from tandem.link join tandem.attendance using (record_id)
    where user_id = ${userId} and kind = 'Event' and state = 'Live' and position(${unmatched} in attendees) > 0
    order by exchange_id
  `.execute(db);
  return rows.map((row) => row.exchangeId);
}
