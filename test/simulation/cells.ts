import type { ExchangeId, RecordId, UserId } from '../../bridge/src/domain/ids.ts';
import { linkRows } from '../programs/oracle/watch.ts';
import type { Seen } from '../programs/world/seen.ts';
import type { CellState, CrashPhase } from './coverage.ts';
import { cellName } from './coverage.ts';

/** The cells that a pass which begins now has to decide, each named for a crash in a phase of it. */
export function cellsOf(world: Seen, userId: UserId): ((phase: CrashPhase) => string)[] {
  const { ledger, org, mailboxes, clock } = world;
  const since = ledger.cleanBefore(userId, clock.now());
  const stateOf = (id: string, gone: boolean): CellState =>
    gone ? 'gone' : ledger.life(id).edited > since ? 'changed' : 'unchanged';
  const cells = linkRows(world, userId)
    .filter(({ State__c }) => State__c === 'Live')
    .flatMap((row) => {
      const item = mailboxes.get(userId)!.items.get(row.Exchange_Id__c as ExchangeId);
      const record = org.records.get(row.Record_Id__c as RecordId);
      if (!item || !record) return [];
      return [[stateOf(item.id, item.place !== 'folder'), stateOf(record.id, record.deleted)] as const];
    });
  return cells.map(
    ([exchange, salesforce]) =>
      (phase) =>
        cellName(exchange, salesforce, phase),
  );
}
