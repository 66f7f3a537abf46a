import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Which records met the conditions of a configuration when that was asked last. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tandem.match (
      configuration_id text not null,
      record_id text not null,
      condition text not null,
      stamp text not null,
      primary key (configuration_id, record_id)
    )
  `.execute(db);
}
