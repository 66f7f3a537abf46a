import type { UserId } from '../domain/ids.ts';
import type { WriteTally } from '../domain/write-tally.ts';
import type { Counts } from './effects/effects.ts';

/** What a pass came to. */
export interface PassResult {
  readonly counts: Counts;
  readonly suppressed: number;
  /** Deletions that wait for an admin, those of earlier passes among them. */
  readonly held: number;
  /** Rows of issues that were written. */
  readonly listed: number;
  /** Contacts seen in a full round; null when only changes were read. */
  readonly inFolder: number | null;
  /** Something is left to do, such as an item that changed while it was being written. */
  readonly again: boolean;
  /** Users whose mailboxes have to look again at what this one found out. */
  readonly concerned: readonly UserId[];
  /** How long a service asked to wait before that, in milliseconds. */
  readonly waitMs: number;
  /** The share of what was planned that is done, in percent. */
  readonly progress: number;
  /** First syncs have written as much as they may in this hour; the rest is left to the next. */
  readonly capped: boolean;
  /** What became of the configuration's writes, when it has to stop for it. */
  readonly stop: WriteTally | null;
}
