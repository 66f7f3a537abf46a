import type { Violation } from '../snapshot.ts';
import { convergedEvents } from './converged-events.ts';
import type { EventLedger } from './event-ledger.ts';
import type { EventSnapshot } from './event-snapshot.ts';
import { honestEvents } from './honest-events.ts';
import { keptEvents } from './kept-events.ts';
import { singleEvents } from './single-events.ts';

/** What one look at both sides shows to be broken of the invariants, for events. */
export function eventViolations(snapshot: EventSnapshot, ledger: EventLedger): Violation[] {
  return [
    ...convergedEvents(snapshot, ledger),
    ...singleEvents(snapshot),
    ...keptEvents(snapshot, ledger),
    ...honestEvents(snapshot),
  ];
}
