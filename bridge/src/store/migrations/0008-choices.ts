import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Which account a person chose for a company that has none of its name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tandem.account_choice (
      user_id text not null,
      name_key text not null,
      account_id text not null,
      primary key (user_id, name_key)
    )
  `.execute(db);
}
