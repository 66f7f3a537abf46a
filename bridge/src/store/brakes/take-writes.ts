import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ConfigurationId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';

/** The row is locked while it is counted up, so that processes side by side never take the same write twice. */
export async function takeFirstSyncWrites(
  db: Kysely<Database>,
  configurationId: ConfigurationId,
  hour: string,
  wanted: number,
  most: number,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await sql`
      with old as (
        delete from tandem.first_sync_hour where configuration_id = ${configurationId} and hour < ${hour}
      )
      insert into tandem.first_sync_hour (configuration_id, hour, writes) values (${configurationId}, ${hour}, 0)
      on conflict (configuration_id, hour) do nothing
    `.execute(transaction);
    const { rows } = await sql<{ taken: number }>`
      with before as (
        select writes from tandem.first_sync_hour
        where configuration_id = ${configurationId} and hour = ${hour} for update
      )
      update tandem.first_sync_hour as mine
      set writes = greatest(before.writes, least(${most}::int, before.writes + ${wanted}::int))
      from before where configuration_id = ${configurationId} and hour = ${hour}
      returning mine.writes - before.writes as taken
    `.execute(transaction);
    return rows[0]?.taken ?? 0;
  });
}
