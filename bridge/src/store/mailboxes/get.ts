import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';
import type { MailboxState } from '../store.ts';
import { selectMailboxes } from './state.ts';

export async function getMailbox(db: Kysely<Database>, userId: UserId): Promise<MailboxState | null> {
  const { rows } = await sql<MailboxState>`${selectMailboxes} where user_id = ${userId}`.execute(db);
  return rows[0] ?? null;
}
