import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

/** A lease row stays when it is released, as it keeps the epoch growing. */
export async function takeClaim(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
  holder: string,
  leaseSeconds: number,
): Promise<Claim | null> {
  const { rows } = await sql<{ epoch: number }>`
    insert into tandem.lease (user_id, kind, epoch, holder, expires_at)
    select user_id, ${kind}, epoch + 1, ${holder}, now() + make_interval(secs => ${leaseSeconds})
    from tandem.mailbox where user_id = ${userId}
    on conflict (user_id, kind) do update set
      epoch = greatest(lease.epoch + 1, excluded.epoch), holder = excluded.holder, expires_at = excluded.expires_at
    where lease.expires_at <= now() or lease.holder = excluded.holder
    returning epoch
  `.execute(db);
  const taken = rows[0];
  return taken === undefined ? null : { userId, kind, epoch: taken.epoch, holder };
}
