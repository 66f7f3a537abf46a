import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';

export async function countLiveLinks(db: Kysely<Database>, userId: UserId, kind: Kind): Promise<number> {
  const { rows } = await sql<{ live: number }>`
    select count(*)::int as live from tandem.link
    where user_id = ${userId} and kind = ${kind} and state = 'Live'
  `.execute(db);
  return rows[0]?.live ?? 0;
}
