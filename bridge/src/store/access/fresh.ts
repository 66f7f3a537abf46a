import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { RecordAccess } from '../../domain/record-access.ts';
import { json } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { AccessBasis } from '../store.ts';

/** How long an answer counts: the nightly check renews those of linked records before they end. */
const hours = 26;

export async function freshAccess(
  db: Kysely<Database>,
  userId: UserId,
  wanted: readonly AccessBasis[],
): Promise<ReadonlyMap<string, RecordAccess>> {
  const { rows } = await sql<{ recordId: string; canRead: boolean; canEdit: boolean; canDelete: boolean }>`
    select known.record_id, can_read, can_edit, can_delete
    from tandem.access as known
    join json_to_recordset(${json(wanted)}) as given (record_id text, basis text)
      on known.record_id = given.record_id and known.basis = given.basis
    where known.user_id = ${userId} and known.asked_at > now() - make_interval(hours => ${hours})
  `.execute(db);
  return new Map(
    rows.map((row) => [row.recordId, { read: row.canRead, edit: row.canEdit, delete: row.canDelete }]),
  );
}
