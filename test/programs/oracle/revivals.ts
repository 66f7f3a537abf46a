import type { ExchangeId, UserId } from '../../../bridge/src/domain/ids.ts';
import type { StoredRow } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';
import { Broken } from '../world/world.ts';
import { linkRows } from './watch.ts';

/** Ended links stay ended until a person puts the item or the record back, or the record comes back into the filter. */
export interface Revivals {
  /** Compares with the last time; called after every pass. */
  check(): void;
}

/** Before any moment, so that whatever people did was later. */
const neverEnded = -2;

export function createRevivals(world: Seen): Revivals {
  const ended = new Map<string, number>();
  return {
    check() {
      for (const userId of world.users)
        for (const row of linkRows(world, userId)) {
          const key = String(row.Link_Key__c);
          if (row.State__c === 'Suppressed') {
            if (!ended.has(key)) ended.set(key, isFollowed(world, row) ? neverEnded : world.passBegan());
          } else if (ended.has(key)) {
            judge(world, row, ended.get(key)!);
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

function judge(world: Seen, row: StoredRow, since: number): void {
  const lives = [row.Exchange_Id__c, row.Record_Id__c].map((id) => world.ledger.life(String(id)));
  if (!lives.some(({ putBack }) => putBack > since))
    throw new Broken(`suppressed: ${String(row.Link_Key__c)} lives again and nobody put anything back`);
}
