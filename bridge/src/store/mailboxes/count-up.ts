import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';

export async function countUpMailbox(db: Kysely<Database>, userId: UserId): Promise<number> {
  const { rows } = await sql<{ epoch: number }>`
    update tandem.mailbox set
      epoch = greatest(epoch, (select max(epoch) from tandem.lease where lease.user_id = mailbox.user_id)) + 1
    where user_id = ${userId}
    returning epoch
  `.execute(db);
  return rows[0]?.epoch ?? 0;
}
