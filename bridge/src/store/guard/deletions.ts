import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database } from '../schema.ts';

/** How many items were deleted: of one kind in one mailbox by side, and in the whole org. */
export interface Deletions {
  readonly Exchange: number;
  readonly Salesforce: number;
  readonly org: number;
}

export async function deletionsSince(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
  since: string,
): Promise<Deletions> {
  const { rows } = await sql<{ exchange: number; salesforce: number; org: number }>`
    select
      coalesce(sum(count) filter (where mine and side = 'Exchange'), 0)::int as exchange,
      coalesce(sum(count) filter (where mine and side = 'Salesforce'), 0)::int as salesforce,
      coalesce(sum(count), 0)::int as org
    from (
      select side, count, user_id = ${userId} and kind = ${kind} as mine
      from tandem.deletion where at >= ${since}::timestamptz
    ) as deletion
  `.execute(db);
  const found = rows[0];
  return { Exchange: found?.exchange ?? 0, Salesforce: found?.salesforce ?? 0, org: found?.org ?? 0 };
}
