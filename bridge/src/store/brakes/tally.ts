import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ConfigurationId } from '../../domain/ids.ts';
import type { WriteTally } from '../../domain/write-tally.ts';
import type { Database } from '../schema.ts';

/** Adds what became of writes, drops what is older than an hour, and sums up the rest. */
export async function tallyWrites(
  db: Kysely<Database>,
  configurationId: ConfigurationId,
  { written, refused }: WriteTally,
): Promise<WriteTally> {
  const { rows } = await sql<{ written: number; refused: number }>`
    with old as (
      delete from tandem.write_tally
      where configuration_id = ${configurationId} and at < now() - interval '1 hour'
    ), added as (
      insert into tandem.write_tally (configuration_id, written, refused)
      values (${configurationId}, ${written}, ${refused})
      returning written, refused
    )
    select sum(written)::int as written, sum(refused)::int as refused from (
      select written, refused from tandem.write_tally
      where configuration_id = ${configurationId} and at >= now() - interval '1 hour'
      union all
      select written, refused from added
    ) as tally
  `.execute(db);
  return { written: rows[0]?.written ?? 0, refused: rows[0]?.refused ?? 0 };
}
