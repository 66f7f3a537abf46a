import { ConstantBackoff, handleWhenResult, retry } from 'cockatiel';
import type { Clock } from './clock.ts';

const mostRepeats = 7;

/** What one call may still spend on waiting before it is given up or handed back. */
export interface Patience {
  leftMs(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** One try of a call; `waitMs` null when its result is the last word. */
export interface Tried<Result> {
  readonly result: Result;
  readonly waitMs: number | null;
}

/** Patience for so many milliseconds in all. */
export function createPatience(clock: Clock, budgetMs: number): Patience {
  let left = budgetMs;
  return {
    leftMs: () => left,
    async wait(ms, signal) {
      if (ms <= 0) return;
      left -= ms;
      await clock.sleep(ms, signal);
    },
  };
}

/** Tries until the result is the last word or the next wait is longer than the patience left; then the last result counts. */
export async function repeatPatiently<Result>(
  patience: Patience,
  signal: AbortSignal,
  attempt: (repeats: number) => Promise<Tried<Result>>,
): Promise<Result> {
  let waitMs: number | null = 0;
  const policy = retry(
    handleWhenResult(() => waitMs !== null && waitMs <= patience.leftMs()),
    // The waiting is done in front of each try, where the signal can end it.
    { maxAttempts: mostRepeats, backoff: new ConstantBackoff(0) },
  );
  const last = await policy.execute(async ({ attempt: repeats }) => {
    await patience.wait(waitMs ?? 0, signal);
    const tried = await attempt(repeats);
    waitMs = tried.waitMs;
    return tried;
  }, signal);
  signal.throwIfAborted();
  return last.result;
}
