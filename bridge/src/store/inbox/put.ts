import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function putIntoInbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
  ids: readonly RecordId[],
): Promise<void> {
  const sorted = [...new Set(ids)].sort();
  await sql`
    insert into tandem.inbox (user_id, kind, record_id, seq)
    select ${userId}, ${kind}, record_id, nextval('tandem.inbox_seq') from unnest(${texts(sorted)}) as given (record_id)
    on conflict (user_id, kind, record_id) do update set seq = excluded.seq
  `.execute(db);
}
