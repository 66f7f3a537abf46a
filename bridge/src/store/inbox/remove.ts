import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { writeFenced } from '../fence.ts';
import { json } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim, InboxEntry } from '../store.ts';

export async function removeFromInbox(
  db: Kysely<Database>,
  claim: Claim,
  entries: readonly InboxEntry[],
): Promise<void> {
  await writeFenced(
    db,
    claim,
    sql`
      delete from tandem.inbox using (
        select inbox.record_id, inbox.seq
        from tandem.inbox
        join json_populate_recordset(null::tandem.inbox, ${json(entries)}) as given using (record_id, seq)
        where inbox.user_id = ${claim.userId} and inbox.kind = ${claim.kind} and exists (select from fence)
        order by inbox.record_id
        for update of inbox
      ) as done
      where inbox.user_id = ${claim.userId} and inbox.kind = ${claim.kind}
        and inbox.record_id = done.record_id and inbox.seq = done.seq
    `,
  );
}
