import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { recordsOfKind } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function putAllIntoInbox(db: Kysely<Database>, userId: UserId, kind: Kind): Promise<void> {
  await sql`
    insert into tandem.inbox (user_id, kind, record_id, seq)
    select ${userId}, ${kind}, record_id, nextval('tandem.inbox_seq')
    from (
      select record_id from ${recordsOfKind(kind)} as record
      where not deleted and (${kind} = 'Contact' or owner_id = ${userId})
      order by record_id
    ) as known
    on conflict (user_id, kind, record_id) do update set seq = excluded.seq
  `.execute(db);
}
