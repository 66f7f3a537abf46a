import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountId, Fingerprint, UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { reportToInboxes } from '../inbox/report.ts';
import { reportCompanies } from '../inbox/report-companies.ts';
import { recordsOfAccounts } from '../records/of-accounts.ts';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Store } from '../store.ts';

type KnownAccounts = Parameters<Store['accounts']['remember']>[0];

/**
 * What is remembered is no news again, so its news is in the inboxes by the same transaction: the records of the accounts,
 * and those whose company has one of the names.
 */
export async function rememberAccounts(
  db: Kysely<Database>,
  accounts: KnownAccounts,
  reportAs: Kind,
): Promise<readonly UserId[]> {
  return db.transaction().execute(async (transaction) => {
    const news = await remember(transaction, accounts);
    if (news.length === 0) return [];
    const ids = await recordsOfAccounts(
      transaction,
      news.map(({ accountId }) => accountId),
    );
    const owners = await reportToInboxes(transaction, reportAs, ids);
    const others = await reportCompanies(
      transaction,
      news.map(({ nameKey }) => nameKey),
    );
    return [...new Set([...owners, ...others])];
  });
}

/** An account that came back from the recycle bin is news too: its name can be found again. */
async function remember(
  db: Kysely<Database>,
  accounts: KnownAccounts,
): Promise<readonly { readonly accountId: AccountId; readonly nameKey: Fingerprint }[]> {
  const rows = lastByKey(accounts, (account) => account.accountId);
  const { rows: news } = await sql<{ accountId: AccountId; nameKey: Fingerprint }>`
    with given as materialized (
      select * from json_populate_recordset(null::tandem.account, ${json(rows)})
    ), before as (
      select * from tandem.account where account_id in (select account_id from given)
    ), written as (
      insert into tandem.account as known select * from given order by account_id
      on conflict (account_id) do update set
        name_key = excluded.name_key, deleted = excluded.deleted, stamp = excluded.stamp
      where known.* is distinct from excluded.*
      returning account_id, name_key, deleted, stamp
    )
    select written.account_id, written.name_key from written left join before using (account_id)
    where not written.deleted
      and (before.account_id is null or before.deleted or before.name_key <> written.name_key
        or before.stamp <> written.stamp)
  `.execute(db);
  return news;
}
