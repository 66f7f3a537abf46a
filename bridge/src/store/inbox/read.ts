import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';
import type { InboxEntry } from '../store.ts';

/** A record can be there twice: by a report of its own and by the news for all. */
export async function readInbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<readonly InboxEntry[]> {
  const { rows } = await sql<InboxEntry>`
    select record_id, seq from tandem.inbox where user_id = ${userId} and kind = ${kind}
    union all
    select news.record_id, news.seq from tandem.news join tandem.mailbox on news.seq > mailbox.seen
    where mailbox.user_id = ${userId} and mailbox.scope = 'Visible' and ${kind} = 'Contact'
    order by seq
  `.execute(db);
  return rows;
}
