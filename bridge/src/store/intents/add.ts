import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import { writeFenced } from '../fence.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

export async function addIntents(
  db: Kysely<Database>,
  claim: Claim,
  ids: readonly RecordId[],
): Promise<void> {
  await writeFenced(
    db,
    claim,
    sql`
      insert into tandem.intent (user_id, kind, record_id)
      select ${claim.userId}, ${claim.kind}, record_id from unnest(${texts(ids)}) as given (record_id)
      where exists (select from fence)
      on conflict do nothing
    `,
  );
}
