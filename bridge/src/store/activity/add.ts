import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Flow, Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';
import type { ActivityCounts } from '../store.ts';

export async function addActivity(
  db: Kysely<Database>,
  day: string,
  kind: Kind,
  flow: Flow,
  counts: ActivityCounts,
): Promise<ActivityCounts> {
  const { rows } = await sql<ActivityCounts>`
    insert into tandem.activity as known (day, kind, flow, created, updated, deleted, paired)
    values (${day}, ${kind}, ${flow}, ${counts.created}, ${counts.updated}, ${counts.deleted}, ${counts.paired})
    on conflict (day, kind, flow) do update set
      created = known.created + excluded.created, updated = known.updated + excluded.updated,
      deleted = known.deleted + excluded.deleted, paired = known.paired + excluded.paired
    returning created, updated, deleted, paired
  `.execute(db);
  return rows[0] ?? counts;
}
