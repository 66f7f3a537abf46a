import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import type { MailboxState } from '../store.ts';
import { selectMailboxes } from './state.ts';

export async function allMailboxes(db: Kysely<Database>): Promise<readonly MailboxState[]> {
  const { rows } = await sql<MailboxState>`${selectMailboxes} order by user_id`.execute(db);
  return rows;
}
