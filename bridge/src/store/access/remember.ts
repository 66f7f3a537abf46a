import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import { json, lastByKey, portions } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { KnownAccess } from '../store.ts';

/** Answers whose user may do something else than before; what was not known before is no change. */
export async function rememberAccess(
  db: Kysely<Database>,
  answers: readonly KnownAccess[],
): Promise<readonly { readonly userId: UserId; readonly recordId: string }[]> {
  const changed: { readonly userId: UserId; readonly recordId: string }[] = [];
  for (const portion of portions(lastByKey(answers, ({ userId, recordId }) => `${userId} ${recordId}`))) {
    const { rows } = await sql<{ userId: UserId; recordId: string }>`
      with given as materialized (
        select * from json_to_recordset(${json(portion.map(toRow))})
          as row (user_id text, record_id text, basis text, can_read boolean, can_edit boolean, can_delete boolean)
      ), before as (
        select known.* from tandem.access as known join given using (user_id, record_id)
      ), written as (
        insert into tandem.access as known (user_id, record_id, basis, can_read, can_edit, can_delete)
        select * from given order by user_id, record_id
        on conflict (user_id, record_id) do update set
          basis = excluded.basis, can_read = excluded.can_read, can_edit = excluded.can_edit,
          can_delete = excluded.can_delete, asked_at = now()
        returning user_id, record_id, can_read, can_edit, can_delete
      )
      select user_id, record_id from written join before using (user_id, record_id)
      where (written.can_read, written.can_edit, written.can_delete)
        is distinct from (before.can_read, before.can_edit, before.can_delete)
    `.execute(db);
    changed.push(...rows);
  }
  return changed;
}

function toRow({ userId, recordId, basis, access }: KnownAccess) {
  return { userId, recordId, basis, canRead: access.read, canEdit: access.edit, canDelete: access.delete };
}
