import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { contactsReader } from '../readers/contacts-reader.ts';
import type { Database } from '../schema.ts';
import type { Claim } from '../store.ts';

export async function endTurns(db: Kysely<Database>, { userId, kind, epoch }: Claim): Promise<void> {
  await sql`
    with mine as (
      select key, until_read from tandem.turn
      where user_id = ${userId} and kind = ${kind} and epoch = ${epoch} and ended is null
    ), given_up as (
      delete from tandem.turn using mine where turn.key = mine.key and not mine.until_read
    )
    update tandem.turn
    set ended = coalesce((select begun from tandem.reader where name = ${contactsReader}), 0)
    from mine where turn.key = mine.key and mine.until_read
  `.execute(db);
}
