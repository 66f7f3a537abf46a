import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const statements = [
  `create table tandem.announced_deletion (
    user_id text not null,
    kind text not null,
    epoch integer not null,
    count integer not null,
    primary key (user_id, kind)
  )`,
];

/** The deletions that passes are about to make, so that passes side by side do not make too many together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
