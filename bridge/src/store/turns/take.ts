import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { fence } from '../fence.ts';
import type { Presence } from '../presence.ts';
import { presentElsewhere } from '../presence.ts';
import { contactsReader } from '../readers/contacts-reader.ts';
import { json } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim, TurnKey } from '../store.ts';
import { ClaimLost } from '../store.ts';

/**
 * Keys are taken in their order, so that two mailboxes that want the same ones never wait for each other. What a dead pass
 * made just before its end nobody knows: its turns end when the next mailbox asks for them.
 */
export async function takeTurns(
  db: Kysely<Database>,
  presence: Presence,
  claim: Claim,
  keys: readonly TurnKey[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const wanted = json([...new Map(keys.map((one) => [one.key, one])).values()]);
  return db.transaction().execute(async (transaction) => {
    const { rows: held } = await fence(claim, sql`knows`).execute(transaction);
    const knows = (held[0] as { readonly knows: number } | undefined)?.knows;
    if (knows === undefined) throw new ClaimLost(claim);
    await sql`
      update tandem.turn
      set ended = coalesce((select begun from tandem.reader where name = ${contactsReader}), 0)
      where key in (
        select key from tandem.turn
        where key in (select key from json_populate_recordset(null::tandem.turn, ${wanted}))
          and ended is null and user_id <> ${claim.userId}
          and not exists (
            select from tandem.lease
            where lease.user_id = turn.user_id and lease.kind = turn.kind and lease.epoch = turn.epoch
              and holder <> '' and (expires_at > now() or ${presentElsewhere(presence.backend(), sql`lease.holder`)})
          )
        order by key for update
      )
    `.execute(transaction);
    const { rows } = await sql<{ key: string }>`
      insert into tandem.turn as known (key, user_id, kind, epoch, until_read)
      select key, ${claim.userId}, ${claim.kind}, ${claim.epoch}, until_read
      from json_populate_recordset(null::tandem.turn, ${wanted}) order by key
      on conflict (key) do update set
        user_id = excluded.user_id, kind = excluded.kind, epoch = excluded.epoch, until_read = excluded.until_read,
        ended = null
      where known.user_id = excluded.user_id or known.ended < ${knows} or (known.ended is not null and not known.until_read)
      returning key
    `.execute(transaction);
    return new Set(rows.map(({ key }) => key));
  });
}
