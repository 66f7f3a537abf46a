import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';
import type { KnownRecord } from '../store.ts';

export async function recordsOwnedBy(db: Kysely<Database>, userId: UserId): Promise<readonly KnownRecord[]> {
  const { rows } = await sql<KnownRecord>`
    select * from tandem.record where owner_id = ${userId} and not deleted order by record_id
  `.execute(db);
  return rows;
}
