import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import { forgetCalendarCursor } from '../events/forget-cursor.ts';
import type { Database } from '../schema.ts';
import type { Store } from '../store.ts';
import { getMailbox } from './get.ts';

type KnownMailbox = Parameters<Store['mailboxes']['restore']>[1];

/**
 * What an older database holds of the mailbox is not the truth any more: its links, loose items, issues, intents and cursors
 * are dropped, so that they are read and paired again, and no pass that still runs may write.
 */
export async function restoreMailbox(
  db: Kysely<Database>,
  userId: UserId,
  known: KnownMailbox,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const mailbox = await getMailbox(transaction, userId);
    if (mailbox !== null && mailbox.epoch > 0 && mailbox.epoch >= known.epoch) return;

    await sql`delete from tandem.link where user_id = ${userId}`.execute(transaction);
    await sql`delete from tandem.loose where user_id = ${userId}`.execute(transaction);
    await sql`delete from tandem.issue where user_id = ${userId}`.execute(transaction);
    await sql`delete from tandem.intent where user_id = ${userId}`.execute(transaction);
    await sql`update tandem.lease set holder = '', expires_at = '-infinity' where user_id = ${userId}`.execute(
      transaction,
    );
    await sql`
      insert into tandem.mailbox (user_id, email, active, exchange_user_id, folder_id, epoch)
      values (${userId}, '', false, ${known.exchangeUserId}, ${known.folderId}, ${known.epoch})
      on conflict (user_id) do update set
        exchange_user_id = excluded.exchange_user_id, folder_id = excluded.folder_id, epoch = excluded.epoch,
        cursor = null, links_loaded = false
    `.execute(transaction);
    await forgetCalendarCursor(transaction, userId);
    await sql`update tandem.calendar set links_loaded = false where user_id = ${userId}`.execute(transaction);
  });
}
