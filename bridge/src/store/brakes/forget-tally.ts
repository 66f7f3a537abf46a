import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ConfigurationId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';

export async function forgetTally(db: Kysely<Database>, configurationId: ConfigurationId): Promise<void> {
  await sql`delete from tandem.write_tally where configuration_id = ${configurationId}`.execute(db);
}
