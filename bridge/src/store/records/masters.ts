import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export function mastersOf(
  db: Kysely<Database>,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, RecordId>> {
  return masters(db, sql`select unnest(${texts(ids)})`);
}

export function mastersOfMailbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<ReadonlyMap<RecordId, RecordId>> {
  return masters(db, sql`select record_id from tandem.link where user_id = ${userId} and kind = ${kind}`);
}

/** A master may have been merged in its turn, so each chain is followed to its end. */
async function masters(
  db: Kysely<Database>,
  records: RawBuilder<unknown>,
): Promise<ReadonlyMap<RecordId, RecordId>> {
  const { rows } = await sql<{ loser: RecordId; master: RecordId }>`
    with recursive chain (loser, master) as (
      select record_id, master_id from tandem.record
      where deleted and master_id is not null and record_id in (${records})
      union
      select chain.loser, record.master_id from chain join tandem.record on record.record_id = chain.master
      where record.deleted and record.master_id is not null
    )
    select loser, master from chain left join tandem.record on record.record_id = chain.master
    where record.master_id is null or not record.deleted
  `.execute(db);
  return new Map(rows.map(({ loser, master }) => [loser, master]));
}
