import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

/** A record and the mailbox that links to it. */
interface LinkedRecord {
  readonly userId: UserId;
  readonly recordId: RecordId;
}

export async function linksWithCompany(
  db: Kysely<Database>,
  keys: readonly Fingerprint[],
): Promise<readonly LinkedRecord[]> {
  const { rows } = await sql<LinkedRecord>`
    select user_id, record_id from tandem.link
    where company_print = any(${texts(keys)}) and state = 'Live'
    order by user_id, record_id
  `.execute(db);
  return rows;
}
