import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ExchangeId, Fingerprint, UserId } from '../../domain/ids.ts';
import type { MeetingCopy, PrivateCopy } from '../event-store.ts';
import { fence } from '../fence.ts';
import { json, lastByKey, texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { ClaimLost } from '../store.ts';

export async function privateCopies(db: Kysely<Database>, userId: UserId): Promise<readonly PrivateCopy[]> {
  const { rows } = await sql<PrivateCopy>`
    select exchange_id, meeting, own from tandem.private_copy where user_id = ${userId} order by exchange_id
  `.execute(db);
  return rows;
}

export async function privateElsewhere(
  db: Kysely<Database>,
  userId: UserId,
  meetings: readonly Fingerprint[],
): Promise<ReadonlySet<Fingerprint>> {
  const { rows } = await sql<{ meeting: Fingerprint }>`
    select distinct meeting from tandem.private_copy
    where meeting = any(${texts(meetings)}) and own and user_id <> ${userId}
  `.execute(db);
  return new Set(rows.map(({ meeting }) => meeting));
}

/** Copies that were taken as private and need not be any more, and linked ones that have to be. */
export async function judgedOtherwise(db: Kysely<Database>, userId: UserId): Promise<readonly ExchangeId[]> {
  const { rows } = await sql<{ exchangeId: ExchangeId }>`
    with elsewhere as materialized (
      select distinct meeting from tandem.private_copy where own and user_id <> ${userId}
    )
    select exchange_id from tandem.private_copy
    where user_id = ${userId} and not own and meeting not in (select meeting from elsewhere)
    union
    select exchange_id from tandem.link join elsewhere using (meeting)
    where user_id = ${userId} and kind = 'Event' and state = 'Live' and exchange_id not in (
      select exchange_id from tandem.private_copy where user_id = ${userId}
    )
    order by exchange_id
  `.execute(db);
  return rows.map((row) => row.exchangeId);
}

export async function havingCopies(
  db: Kysely<Database>,
  meetings: readonly Fingerprint[],
): Promise<readonly MeetingCopy[]> {
  const { rows } = await sql<MeetingCopy>`
    select user_id, meeting from tandem.private_copy where meeting = any(${texts(meetings)})
    union
    select user_id, meeting from tandem.link
    where kind = 'Event' and state = 'Live' and meeting = any(${texts(meetings)})
    order by user_id, meeting
  `.execute(db);
  return rows;
}

export async function rememberPrivate(
  db: Kysely<Database>,
  claim: Claim,
  copies: readonly PrivateCopy[],
  others: readonly ExchangeId[],
): Promise<void> {
  const rows = lastByKey(copies, ({ exchangeId }) => exchangeId).map((copy) => ({
    ...copy,
    userId: claim.userId,
  }));
  await db.transaction().execute(async (transaction) => {
    const { rows: held } = await fence(claim).execute(transaction);
    if (held.length === 0) throw new ClaimLost(claim);
    await sql`
      delete from tandem.private_copy where user_id = ${claim.userId} and exchange_id = any(${texts(others)})
    `.execute(transaction);
    await sql`
      insert into tandem.private_copy select * from json_populate_recordset(null::tandem.private_copy, ${json(rows)})
      on conflict (user_id, exchange_id) do update set meeting = excluded.meeting, own = excluded.own
    `.execute(transaction);
  });
}
