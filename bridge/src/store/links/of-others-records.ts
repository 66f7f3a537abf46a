import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { recordsOfKind, texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { OthersRecord } from '../store.ts';

export async function linksOfOthersRecords(
  db: Kysely<Database>,
  users: readonly UserId[],
  kind: Kind,
): Promise<readonly OthersRecord[]> {
  const { rows } = await sql<OthersRecord>`
    select link.user_id, record.record_id, record.owner_id, record.stamp, bool_or(link.state = 'Live') as live
    from tandem.link join ${recordsOfKind(kind)} as record using (record_id)
    where link.user_id = any(${texts(users)}) and link.kind = ${kind}
      and (link.state = 'Live' or link.reason = 'AccessLost')
      and record.owner_id <> link.user_id and not record.deleted
      and not exists (
        select from tandem.link as other
        where other.meeting = link.meeting and other.state = 'Live' and other.user_id <> link.user_id
      )
    group by link.user_id, record.record_id, record.owner_id, record.stamp
    order by link.user_id, record.record_id
  `.execute(db);
  return rows;
}
