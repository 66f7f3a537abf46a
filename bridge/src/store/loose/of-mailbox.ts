import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';
import type { LooseItem } from '../store.ts';

export async function looseOfMailbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<readonly LooseItem[]> {
  const { rows } = await sql<LooseItem>`
    select exchange_id, email_keys, name_key, meeting from tandem.loose where user_id = ${userId} and kind = ${kind}
  `.execute(db);
  return rows;
}
