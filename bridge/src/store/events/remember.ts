import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { EventStore, KnownEvent } from '../event-store.ts';
import { reportEvents } from '../inbox/report-events.ts';
import { json, lastByKey } from '../rows.ts';
import { forgetAttendance } from './attendance.ts';
import type { Database } from '../schema.ts';

/** An owner who lost an event is told by the link, or has none to tell of. */
export function rememberEvents(
  db: Kysely<Database>,
  events: readonly KnownEvent[],
  report: boolean,
): ReturnType<EventStore['remember']> {
  return db.transaction().execute(async (transaction) => {
    const news = await remember(transaction, events);
    const users: readonly UserId[] = report && news.length > 0 ? await reportEvents(transaction, news) : [];
    return { news, users };
  });
}

/** Keys can change without a new stamp, by another hash key: those rows are written, but no news. Another owner is, whatever the stamp. */
async function remember(db: Kysely<Database>, events: readonly KnownEvent[]): Promise<readonly RecordId[]> {
  const rows = lastByKey(events, (event) => event.recordId);
  const { rows: news } = await sql<{ recordId: RecordId }>`
    with given as materialized (
      select * from json_populate_recordset(null::tandem.event, ${json(rows)})
    ), before as (
      select record_id, owner_id, stamp, deleted from tandem.event where record_id in (select record_id from given)
    ), written as (
      insert into tandem.event as known select * from given order by record_id
      on conflict (record_id) do update set
        owner_id = excluded.owner_id, stamp = excluded.stamp, created = excluded.created,
        modified = excluded.modified, "start" = excluded."start", "end" = excluded."end",
        match_key = excluded.match_key, tandem_key = excluded.tandem_key, deleted = excluded.deleted,
        last_modified_by = excluded.last_modified_by, is_child = excluded.is_child,
        is_client_managed = excluded.is_client_managed, is_series_row = excluded.is_series_row
      where known.* is distinct from excluded.*
      returning record_id, owner_id, stamp, deleted
    )
    select written.record_id from written left join before using (record_id)
    where before.record_id is null or before.stamp <> written.stamp or before.deleted <> written.deleted
      or before.owner_id is distinct from written.owner_id
  `.execute(db);
  await forgetAttendance(
    db,
    events.filter(({ deleted }) => deleted).map(({ recordId }) => recordId),
  );
  return news.map((row) => row.recordId);
}
