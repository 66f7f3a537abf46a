import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Live contacts by who follows them; whoever follows a person account follows its contact. */
export const followedRecords: RawBuilder<unknown> = sql`
  select follow.user_id, record.record_id, follow.followed_id
  from tandem.follow join tandem.record on record.record_id = follow.followed_id
  where not record.deleted
  union
  select follow.user_id, record.record_id, follow.followed_id
  from tandem.follow join tandem.record on record.account_id = follow.followed_id and record.is_person
  where not record.deleted
`;
