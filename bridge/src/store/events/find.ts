import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import type { KnownEvent } from '../event-store.ts';
import { texts } from '../rows.ts';
import type { Database } from '../schema.ts';
import { selectEvents } from './select.ts';

export async function getEvents(
  db: Kysely<Database>,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, KnownEvent>> {
  const events = await selectEvents(db, sql`record_id = any(${texts(ids)})`);
  return new Map(events.map((event) => [event.recordId, event]));
}

/** One that takes no time touches the window when it begins in it. */
export function eventsOwnedIn(
  db: Kysely<Database>,
  userId: UserId,
  from: string,
  until: string,
): Promise<readonly KnownEvent[]> {
  return selectEvents(
    db,
    sql`
      owner_id = ${userId} and not deleted and "start"::timestamptz < ${until}::timestamptz
      and ("end"::timestamptz > ${from}::timestamptz or "start"::timestamptz >= ${from}::timestamptz)
    `,
  );
}

export function eventsByMatchKeys(
  db: Kysely<Database>,
  userId: UserId,
  keys: readonly Fingerprint[],
): Promise<readonly KnownEvent[]> {
  return selectEvents(db, sql`owner_id = ${userId} and not deleted and match_key = any(${texts(keys)})`);
}

export function eventsByTandemKeys(
  db: Kysely<Database>,
  keys: readonly Fingerprint[],
): Promise<readonly KnownEvent[]> {
  return selectEvents(db, sql`not deleted and tandem_key = any(${texts(keys)})`);
}
