import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Store } from '../store.ts';

type KnownAccounts = Parameters<Store['accounts']['remember']>[0];

/** An account that came back from the recycle bin is news too: its name can be found again. */
export async function rememberAccounts(
  db: Kysely<Database>,
  accounts: KnownAccounts,
): Promise<readonly AccountId[]> {
  const rows = lastByKey(accounts, (account) => account.accountId);
  const { rows: news } = await sql<{ accountId: AccountId }>`
    with given as materialized (
      select * from json_populate_recordset(null::tandem.account, ${json(rows)})
    ), before as (
      select * from tandem.account where account_id in (select account_id from given)
    ), written as (
      insert into tandem.account as known select * from given order by account_id
      on conflict (account_id) do update set name_key = excluded.name_key, deleted = excluded.deleted
      where known.* is distinct from excluded.*
      returning account_id, name_key, deleted
    )
    select written.account_id from written left join before using (account_id)
    where not written.deleted
      and (before.account_id is null or before.deleted or before.name_key <> written.name_key)
  `.execute(db);
  return news.map((row) => row.accountId);
}
