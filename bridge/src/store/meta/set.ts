import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export async function setMeta(db: Kysely<Database>, key: string, value: string): Promise<void> {
  await sql`
    insert into tandem.meta (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value
  `.execute(db);
}
