import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { MailboxState } from '../store.ts';

/** Selects mailboxes as MailboxState. The epoch is the highest of those taken here and the one known to Salesforce. */
export const selectMailboxes: RawBuilder<MailboxState> = sql`
  select
    user_id, email, exchange_user_id, configuration_id, active,
    greatest(epoch, (select max(epoch) from tandem.lease where lease.user_id = mailbox.user_id)) as epoch,
    folder_id, cursor, links_loaded, first_sync_done, problem, problem_detail, not_before
  from tandem.mailbox
`;
