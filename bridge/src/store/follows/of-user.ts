import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Database } from '../schema.ts';
import { followedRecords } from './followed-records.ts';

export async function followedBy(db: Kysely<Database>, userId: UserId): Promise<ReadonlySet<RecordId>> {
  const { rows } = await sql<{ recordId: RecordId }>`
    select record_id from (${followedRecords}) as followed where user_id = ${userId}
  `.execute(db);
  return new Set(rows.map((row) => row.recordId));
}
