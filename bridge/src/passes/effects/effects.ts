import type { SeenAttendance } from '../../domain/attendance.ts';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Issue } from '../../domain/issue.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { Link } from '../../domain/link.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Flow, Side } from '../../domain/words.ts';
import type { ActivityCounts, LooseItem } from '../../store/store.ts';

/** Counts of a pass by the side that was written. */
export type Counts = Record<Flow, { -readonly [Key in keyof ActivityCounts]: number }>;

/** An item that was judged, and the codes of its open issues that this judgement does not settle. */
export interface Settled {
  readonly exchangeId: ExchangeId | null;
  readonly recordId: RecordId | null;
  readonly keeps: readonly IssueCode[];
  /** The item is private: its issues, also closed ones, keep nothing of it but this name. */
  readonly reducedTo?: string;
}

/** What a chunk did, collected while its writes come back. */
export interface Effects {
  readonly links: Link[];
  readonly issues: Issue[];
  readonly settled: Settled[];
  readonly loose: LooseItem[];
  readonly notLoose: ExchangeId[];
  readonly intentsDone: RecordId[];
  readonly deletions: { side: Side; count: number }[];
  readonly attendances: SeenAttendance[];
  readonly counts: Counts;
  /** Records to look at again in the next pass. */
  readonly again: Set<RecordId>;
  /** Something on the Exchange side is not done, so the cursor must not move on. */
  cursorStays: boolean;
  /** How long a service asked to wait before trying again, in milliseconds. */
  waitMs: number;
  suppressed: number;
  held: number;
  /** Rows of issues that were written. */
  listed: number;
  /** Steps left to a later pass. */
  putOff: number;
  /** Whether that is because first syncs have written as much as they may in this hour. */
  capped: boolean;
}

/** Nothing done yet. */
export function noEffects(): Effects {
  const none = () => ({ created: 0, updated: 0, deleted: 0, paired: 0 });
  return {
    links: [],
    issues: [],
    settled: [],
    loose: [],
    notLoose: [],
    intentsDone: [],
    deletions: [],
    attendances: [],
    counts: { ExchangeToSalesforce: none(), SalesforceToExchange: none() },
    again: new Set(),
    cursorStays: false,
    waitMs: 0,
    suppressed: 0,
    held: 0,
    listed: 0,
    putOff: 0,
    capped: false,
  };
}

/** The flow that writes to this side. */
export function flowTo(side: Side): Flow {
  return side === 'Salesforce' ? 'ExchangeToSalesforce' : 'SalesforceToExchange';
}

/** Notes how long a side asks to wait before the write is tried again. */
export function noteWait(effects: Effects, refusal: Refusal): void {
  if (refusal.kind === 'later') effects.waitMs = Math.max(effects.waitMs, refusal.retryAfterMs);
}
