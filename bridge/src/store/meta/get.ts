import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export async function getMeta(db: Kysely<Database>, key: string): Promise<string | null> {
  const { rows } = await sql<{ value: string }>`select value from tandem.meta where key = ${key}`.execute(db);
  return rows[0]?.value ?? null;
}
