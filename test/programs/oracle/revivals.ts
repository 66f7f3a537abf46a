import type { StoredRow } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';
import { Broken } from '../world/world.ts';
import { linkRows } from './watch.ts';

/** Ended links stay ended until a person puts the item or the record back, or the record comes back into the filter. */
export interface Revivals {
  /** Compares with the last time; called after every pass. */
  check(): void;
}

export function createRevivals(world: Seen): Revivals {
  const ended = new Map<string, number>();
  return {
    check() {
      for (const userId of world.users)
        for (const row of linkRows(world, userId)) {
          const key = String(row.Link_Key__c);
          if (row.State__c === 'Suppressed') {
            if (!ended.has(key)) ended.set(key, world.passBegan());
          } else if (ended.has(key)) {
            judge(world, row, ended.get(key)!);
            ended.delete(key);
          }
        }
    },
  };
}

function judge(world: Seen, row: StoredRow, since: number): void {
  const lives = [row.Exchange_Id__c, row.Record_Id__c].map((id) => world.ledger.life(String(id)));
  if (!lives.some(({ putBack }) => putBack > since))
    throw new Broken(`suppressed: ${String(row.Link_Key__c)} lives again and nobody put anything back`);
}
