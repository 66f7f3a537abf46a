import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReaderState } from '../store.ts';

export async function setReader(
  db: Kysely<Database>,
  name: string,
  { stamp, id }: ReaderState,
): Promise<void> {
  await sql`
    insert into tandem.reader (name, stamp, id) values (${name}, ${stamp}, ${id})
    on conflict (name) do update set stamp = excluded.stamp, id = excluded.id
  `.execute(db);
}
