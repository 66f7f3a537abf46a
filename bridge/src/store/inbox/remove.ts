import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { writeFenced } from '../fence.ts';
import type { Database } from '../schema.ts';
import type { Claim, InboxEntry } from '../store.ts';

/** A `seq` is given once, so it names the entry and its report. Rows are locked in the order in which reports write them. */
export async function removeFromInbox(
  db: Kysely<Database>,
  claim: Claim,
  entries: readonly InboxEntry[],
): Promise<void> {
  await writeFenced(
    db,
    claim,
    sql`
      delete from tandem.inbox where ctid = any(array(
        select ctid from tandem.inbox
        where user_id = ${claim.userId} and kind = ${claim.kind} and exists (select from fence)
          and seq = any(${entries.map((entry) => entry.seq)}::bigint[])
        order by record_id
        for update
      ))
    `,
  );
}
