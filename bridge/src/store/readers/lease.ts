import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export async function leaseReader(
  db: Kysely<Database>,
  name: string,
  holder: string,
  seconds: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into tandem.reader as known (name, holder, expires_at)
    values (${name}, ${holder}, now() + make_interval(secs => ${seconds}))
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where known.holder is null or known.holder = excluded.holder or known.expires_at <= now()
    returning name
  `.execute(db);
  return rows.length === 1;
}
