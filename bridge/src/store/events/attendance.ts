import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Attendance, KnownAttendee } from '../../domain/attendance.ts';
import type { RecordId } from '../../domain/ids.ts';
import { json, lastByKey, texts } from '../rows.ts';
import type { Database } from '../schema.ts';

export async function attendanceOf(
  db: Kysely<Database>,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, readonly KnownAttendee[]>> {
  const { rows } = await sql<{ recordId: RecordId; attendees: string }>`
    select record_id, attendees from tandem.attendance where record_id = any(${texts(ids)})
  `.execute(db);
  return new Map(rows.map(({ recordId, attendees }) => [recordId, JSON.parse(attendees) as KnownAttendee[]]));
}

/** Replaces what is known of these records. Runs inside a fenced transaction. */
export async function replaceAttendance(
  db: Kysely<Database>,
  attendances: readonly Attendance[],
): Promise<void> {
  const rows = lastByKey(attendances, ({ recordId }) => recordId).map(({ recordId, attendees }) => ({
    recordId,
    // In this order, since those without a relation are found by the text.
    attendees: JSON.stringify(
      attendees.map(({ key, relatedId, byTandem, status }) => ({ key, relatedId, byTandem, status })),
    ),
  }));
  await sql`
    insert into tandem.attendance select * from json_populate_recordset(null::tandem.attendance, ${json(rows)})
    on conflict (record_id) do update set attendees = excluded.attendees
  `.execute(db);
}

/** Forgets who attends records that are deleted. */
export async function forgetAttendance(db: Kysely<Database>, ids: readonly RecordId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from tandem.attendance where record_id = any(${texts(ids)})`.execute(db);
}
