import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import { writeFenced } from '../fence.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

export async function mailingWrites(db: Kysely<Database>, userId: UserId, since: string): Promise<number> {
  const { rows } = await sql<{ writes: number }>`
    select coalesce(sum(count), 0)::int as writes from tandem.mailing
    where user_id = ${userId} and at >= ${since}::timestamptz
  `.execute(db);
  return rows[0]?.writes ?? 0;
}

/** Also drops those that nobody asks for any more. */
export async function noteMailing(db: Kysely<Database>, claim: Claim, count: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`
      delete from tandem.mailing where user_id = ${claim.userId} and at < now() - interval '7 days'
    `.execute(transaction);
    await writeFenced(
      transaction,
      claim,
      sql`
        insert into tandem.mailing (user_id, count)
        select ${claim.userId}, ${count}::int where exists (select from fence)
      `,
    );
  });
}
