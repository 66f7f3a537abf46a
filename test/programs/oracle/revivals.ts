import type { ExchangeId, RecordId, UserId } from '../../../bridge/src/domain/ids.ts';
import type { StoredRow } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';
import { linkRows } from './watch.ts';

/** Ended links stay ended until a person puts the item or the record back, or the record comes back into the filter or into sight. */
export interface Revivals {
  /** Compares with the last time; called after every pass, or more often. */
  check(): void;
}

/** Before any moment, so that whatever people did was later. */
const neverEnded = -2;

export function createRevivals(world: Seen, blame: (rule: string, what: string) => void): Revivals {
  const ended = new Map<string, { since: number; reason: unknown }>();
  return {
    check() {
      for (const userId of world.users)
        for (const row of linkRows(world, userId)) {
          const key = String(row.Link_Key__c);
          if (row.State__c === 'Suppressed') {
            if (ended.has(key)) continue;
            const since = isFollowed(world, row) ? neverEnded : world.passBegan(userId);
            ended.set(key, { since, reason: row.Reason__c });
          } else if (ended.has(key)) {
            const { since, reason } = ended.get(key)!;
            const seenAgain = reason === 'AccessLost' && isVisible(world, row);
            if (!seenAgain && !isPutBack(world, row, since))
              blame('suppressed', `${key} lives again and nobody put anything back`);
            ended.delete(key);
          }
        }
    },
  };
}

/** It took over an ended link of the same record whose item is gone: nothing that people made was ever ended by it. */
function isFollowed(world: Seen, { OwnerId, Exchange_Id__c, Record_Id__c }: StoredRow): boolean {
  const mailbox = world.mailboxes.get(OwnerId as UserId)!;
  const item = mailbox.items.get(Exchange_Id__c as ExchangeId);
  return linkRows(world, OwnerId as UserId).some((other) => {
    const before = mailbox.items.get(other.Exchange_Id__c as ExchangeId);
    const isOlder =
      before !== undefined && item !== undefined && before !== item && before.leftAt < item.madeAt;
    return other.Record_Id__c === Record_Id__c && before?.place !== 'folder' && isOlder;
  });
}

function isPutBack(world: Seen, row: StoredRow, since: number): boolean {
  const lives = [row.Exchange_Id__c, row.Record_Id__c].map((id) => world.ledger.life(String(id)));
  return lives.some(({ putBack }) => putBack > since);
}

function isVisible(world: Seen, { OwnerId, Record_Id__c }: StoredRow): boolean {
  const record = world.org.records.get(Record_Id__c as RecordId);
  return record !== undefined && world.org.isVisible(record, OwnerId as UserId);
}
