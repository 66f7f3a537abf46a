import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export async function beginRead(db: Kysely<Database>, name: string): Promise<number> {
  const { rows } = await sql<{ begun: number }>`
    insert into tandem.reader as known (name, begun) values (${name}, 1)
    on conflict (name) do update set begun = known.begun + 1
    returning begun
  `.execute(db);
  return rows[0]?.begun ?? 0;
}
