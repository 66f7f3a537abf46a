import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { json, lastByKey } from '../rows.ts';
import type { Database } from '../schema.ts';
import type { Store } from '../store.ts';

type AssignedMailboxes = Parameters<Store['mailboxes']['assign']>[0];

export async function assignMailboxes(db: Kysely<Database>, users: AssignedMailboxes): Promise<void> {
  const rows = lastByKey(
    users.map((user) => ({ scope: 'Own', followed: false, ...user })),
    (user) => user.userId,
  );
  await sql`
    with given as materialized (
      select user_id, email, configuration_id, active, scope, followed
      from json_populate_recordset(null::tandem.mailbox, ${json(rows)})
    ), others as (
      update tandem.mailbox set active = false
      where active and user_id not in (select user_id from given)
    )
    insert into tandem.mailbox (user_id, email, configuration_id, active, scope, followed)
    select user_id, email, configuration_id, active, scope, followed from given
    on conflict (user_id) do update set
      email = excluded.email, configuration_id = excluded.configuration_id, active = excluded.active,
      scope = excluded.scope, followed = excluded.followed
  `.execute(db);
}
