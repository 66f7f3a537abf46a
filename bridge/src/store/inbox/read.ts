import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';
import type { InboxEntry } from '../store.ts';

export async function readInbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<readonly InboxEntry[]> {
  const { rows } = await sql<InboxEntry>`
    select record_id, seq from tandem.inbox where user_id = ${userId} and kind = ${kind} order by seq
  `.execute(db);
  return rows;
}
