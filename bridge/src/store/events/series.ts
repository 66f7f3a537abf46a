import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ExchangeId, UserId } from '../../domain/ids.ts';
import type { EventStore } from '../event-store.ts';
import { fence } from '../fence.ts';
import { json, lastByKey, texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';
import { ClaimLost } from '../store.ts';

type NextDates = Parameters<EventStore['rememberSeries']>[1];

export async function dueSeries(
  db: Kysely<Database>,
  userId: UserId,
  until: string,
): Promise<readonly ExchangeId[]> {
  const { rows } = await sql<{ exchangeId: ExchangeId }>`
    select exchange_id from tandem.series
    where user_id = ${userId} and next::timestamptz < ${until}::timestamptz order by exchange_id
  `.execute(db);
  return rows.map((row) => row.exchangeId);
}

export async function rememberSeries(db: Kysely<Database>, claim: Claim, series: NextDates): Promise<void> {
  const last = lastByKey(series, ({ id }) => id);
  const over = last.filter(({ next }) => next === null).map(({ id }) => id);
  const rows = last.flatMap(({ id, next }) =>
    next === null ? [] : [{ userId: claim.userId, exchangeId: id, next }],
  );
  await db.transaction().execute(async (transaction) => {
    const { rows: held } = await fence(claim).execute(transaction);
    if (held.length === 0) throw new ClaimLost(claim);
    await sql`
      delete from tandem.series where user_id = ${claim.userId} and exchange_id = any(${texts(over)})
    `.execute(transaction);
    await sql`
      insert into tandem.series select * from json_populate_recordset(null::tandem.series, ${json(rows)})
      on conflict (user_id, exchange_id) do update set next = excluded.next
    `.execute(transaction);
  });
}
