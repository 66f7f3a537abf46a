import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Also removes the turns that every pass, running or to come, knows the outcome of. */
export async function readDone(db: Kysely<Database>, name: string, read: number): Promise<void> {
  await sql`
    with done as (
      update tandem.reader set done = greatest(done, ${read}) where name = ${name}
    )
    delete from tandem.turn
    where ended < (select min(knows) from (
      select knows from tandem.lease where holder <> '' union all select ${read}
    ) as passes)
  `.execute(db);
}
