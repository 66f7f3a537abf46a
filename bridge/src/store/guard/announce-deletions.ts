import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Presence } from '../presence.ts';
import { presentElsewhere } from '../presence.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

/** The table is locked meanwhile, so that passes side by side count each other. What a pass announced ends with its claim. */
export async function announceDeletions(
  db: Kysely<Database>,
  presence: Presence,
  { userId, kind, epoch }: Claim,
  count: number,
  { since, most }: { readonly since: string; readonly most: number },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await sql`lock table tandem.announced_deletion in share row exclusive mode`.execute(transaction);
    const { rows } = await sql<{ others: number }>`
      select (
        (select coalesce(sum(count), 0) from tandem.deletion where at >= ${since}::timestamptz)
        + (
          select coalesce(sum(count), 0)
          from tandem.announced_deletion as announced join tandem.lease using (user_id, kind, epoch)
          where not (user_id = ${userId} and kind = ${kind}) and holder <> ''
            and (expires_at > now() or ${presentElsewhere(presence.backend(), sql`lease.holder`)})
        )
      )::int as others
    `.execute(transaction);
    const may = (rows[0]?.others ?? 0) + count <= most;
    await sql`
      insert into tandem.announced_deletion as known (user_id, kind, epoch, count)
      values (${userId}, ${kind}, ${epoch}, ${may ? count : 0})
      on conflict (user_id, kind) do update set epoch = excluded.epoch, count = excluded.count
      where known.epoch <= excluded.epoch
    `.execute(transaction);
    return may;
  });
}
