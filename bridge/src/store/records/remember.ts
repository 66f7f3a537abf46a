import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { reportToInboxes } from '../inbox/report.ts';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { KnownRecord, News } from '../store.ts';

/**
 * Remembers records; with `reportAs` their news is in the inboxes by the same transaction, for what is known is no news again.
 * Keys can change without a new stamp (an account's new name, another hash key): those rows are written,
 * but no news.
 */
export async function rememberRecords(
  db: Kysely<Database>,
  records: readonly KnownRecord[],
  reportAs?: Kind,
): Promise<News> {
  if (reportAs === undefined) return { news: await remember(db, records), users: [] };
  return db.transaction().execute(async (transaction) => {
    const news = await remember(transaction, records);
    return { news, users: await reportToInboxes(transaction, reportAs, news) };
  });
}

async function remember(db: Kysely<Database>, records: readonly KnownRecord[]): Promise<readonly RecordId[]> {
  const rows = lastByKey(records, (record) => record.recordId);
  const { rows: news } = await sql<{ recordId: RecordId }>`
    with given as materialized (
      select * from json_populate_recordset(null::tandem.record, ${json(rows)})
    ), before as (
      select record_id, stamp, deleted from tandem.record where record_id in (select record_id from given)
    ), written as (
      insert into tandem.record as known select * from given order by record_id
      on conflict (record_id) do update set
        owner_id = excluded.owner_id, account_id = excluded.account_id, stamp = excluded.stamp,
        created = excluded.created, modified = excluded.modified, last_activity = excluded.last_activity,
        email_key = excluded.email_key, name_key = excluded.name_key, tandem_key = excluded.tandem_key,
        deleted = excluded.deleted, last_modified_by = excluded.last_modified_by,
        master_id = excluded.master_id, is_person = excluded.is_person
      where known.* is distinct from excluded.*
      returning record_id, stamp, deleted
    )
    select written.record_id from written left join before using (record_id)
    where before.record_id is null or before.stamp <> written.stamp or before.deleted <> written.deleted
  `.execute(db);
  return news.map((row) => row.recordId);
}
