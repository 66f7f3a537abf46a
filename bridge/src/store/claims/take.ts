import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Presence } from '../presence.ts';
import { presentElsewhere } from '../presence.ts';
import { contactsReader } from '../readers/contacts-reader.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

/**
 * A lease row stays when it is released, as it keeps the epoch growing: each claim has a higher one than all before of the
 * mailbox, of either kind, so that Salesforce can tell an older database by it. An ended lease goes to another process only when its
 * holder is dead: one that was paused goes on where it was, and could still send what it was about to send.
 */
export async function takeClaim(
  db: Kysely<Database>,
  presence: Presence,
  userId: UserId,
  kind: Kind,
  holder: string,
  leaseSeconds: number,
): Promise<Claim | null> {
  await presence.show(holder);
  const { rows } = await sql<{ epoch: number }>`
    insert into tandem.lease (user_id, kind, epoch, holder, expires_at, knows)
    select user_id, ${kind},
      greatest(epoch, (select max(epoch) from tandem.lease where lease.user_id = mailbox.user_id)) + 1,
      ${holder}, now() + make_interval(secs => ${leaseSeconds}),
      coalesce((select done from tandem.reader where name = ${contactsReader}), 0)
    from tandem.mailbox where user_id = ${userId}
    on conflict (user_id, kind) do update set
      epoch = greatest(lease.epoch + 1, excluded.epoch), holder = excluded.holder, expires_at = excluded.expires_at,
      knows = excluded.knows
    where lease.expires_at <= now() and not ${presentElsewhere(presence.backend(), sql`lease.holder`)}
    returning epoch
  `.execute(db);
  const taken = rows[0];
  return taken === undefined ? null : { userId, kind, epoch: taken.epoch, holder };
}
