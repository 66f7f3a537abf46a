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
  const seqs = sql`${entries.map((entry) => entry.seq)}::bigint[]`;
  await writeFenced(
    db,
    claim,
    sql`
      delete from tandem.inbox where ctid = any(array(
        select ctid from tandem.inbox
        where user_id = ${claim.userId} and kind = ${claim.kind} and exists (select from fence)
          and seq = any(${seqs})
        order by record_id
        for update
      ))
    `,
  );
  if (entries.length === 0) return;
  await writeFenced(
    db,
    claim,
    sql`
      update tandem.mailbox set seen = latest.seq
      from (select max(seq) as seq from tandem.news where seq = any(${seqs})) as latest
      where user_id = ${claim.userId} and scope = 'Visible' and latest.seq > seen and exists (select from fence)
    `,
  );
}
