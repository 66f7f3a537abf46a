import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReaderState } from '../store.ts';

export async function getReader(db: Kysely<Database>, name: string): Promise<ReaderState | null> {
  const { rows } = await sql<ReaderState>`
    select stamp, id from tandem.reader where name = ${name} and stamp is not null and id is not null
  `.execute(db);
  return rows[0] ?? null;
}
