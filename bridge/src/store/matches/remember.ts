import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ConfigurationId, RecordId, UserId } from '../../domain/ids.ts';
import { followedRecords } from '../follows/followed-records.ts';
import { reportToInboxes } from '../inbox/report.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';

/**
 * What left is told by the links, so that it does not matter when they were made. What entered is told by what met the
 * conditions before: a record that was changed since may have been judged meanwhile, so it is reported too.
 */
export async function rememberMatches(
  db: Kysely<Database>,
  configurationId: ConfigurationId,
  condition: string,
  ids: readonly RecordId[],
): Promise<readonly UserId[]> {
  return db.transaction().execute(async (transaction) => {
    const { rows: news } = await sql<{ recordId: RecordId }>`
      with given as materialized (select unnest(${texts(ids)}) as record_id)
      select record.record_id from tandem.record join given using (record_id)
      where not record.deleted and not exists (
        select from tandem.match
        where match.configuration_id = ${configurationId} and match.record_id = record.record_id
          and match.condition = ${condition} and match.stamp = record.stamp
      )
      union
      select link.record_id from tandem.link
      join tandem.mailbox on mailbox.user_id = link.user_id and mailbox.active
      where mailbox.configuration_id = ${configurationId} and link.kind = 'Contact' and link.state = 'Live'
        and link.in_filter and not exists (select from given where given.record_id = link.record_id)
        and not (mailbox.followed and exists (
          select from (${followedRecords}) as followed
          where followed.user_id = link.user_id and followed.record_id = link.record_id
        ))
    `.execute(transaction);
    await sql`delete from tandem.match where configuration_id = ${configurationId}`.execute(transaction);
    await sql`
      insert into tandem.match (configuration_id, record_id, condition, stamp)
      select ${configurationId}, record_id, ${condition}, stamp from tandem.record
      where record_id = any(${texts(ids)})
    `.execute(transaction);
    return reportToInboxes(
      transaction,
      'Contact',
      news.map((row) => row.recordId),
    );
  });
}
