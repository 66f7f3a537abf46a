import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';

/** Which pass: one mailbox and kind. */
export interface PassKey {
  readonly userId: UserId;
  readonly kind: Kind;
}

export interface WakeOptions {
  /** The pass may wait this long; an earlier one that waits already is not put off. Default 0. */
  readonly afterSeconds?: number;
  /** Higher goes first. Default 0; a pass that waits already keeps the higher one. */
  readonly priority?: number;
}

/** Runs one pass. The signal is aborted when the queue stops for good or gave the pass to another process. */
export type RunPass = (pass: PassKey, signal: AbortSignal) => Promise<void>;

/**
 * Which passes are due, for all processes on the database. At most one pass of a mailbox and kind waits and at most
 * one runs; waking one that runs makes exactly one successor.
 */
export interface Queue {
  wake(userId: UserId, kind: Kind, options?: WakeOptions): Promise<void>;
  wakeMany(passes: readonly PassKey[], options?: WakeOptions): Promise<void>;
  /**
   * Runs passes as they come due, up to `concurrency` at once; each for itself, so a slow one holds up no other. A
   * pass that throws waits 5 s and twice as long each time it throws again, up to 10 minutes. Called once.
   */
  work(run: RunPass, options: { readonly concurrency: number }): void;
  /** Starts nothing more, lets running passes end, aborts those that take longer than `graceSeconds` (default 20). */
  stop(options?: { readonly graceSeconds?: number }): Promise<void>;
}
