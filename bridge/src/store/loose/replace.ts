import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Claim, LooseItem } from '../store.ts';

/** Inserts or replaces loose items. Runs inside a fenced transaction. */
export async function replaceLoose(
  db: Kysely<Database>,
  { userId, kind }: Claim,
  items: readonly LooseItem[],
): Promise<void> {
  const rows = lastByKey(items, (item) => item.exchangeId);
  await sql`
    insert into tandem.loose (user_id, kind, exchange_id, email_keys, name_key, meeting)
    select ${userId}, ${kind}, exchange_id, email_keys, name_key, meeting
    from json_populate_recordset(null::tandem.loose, ${json(rows)})
    on conflict (user_id, kind, exchange_id) do update set
      email_keys = excluded.email_keys, name_key = excluded.name_key, meeting = excluded.meeting
  `.execute(db);
}
