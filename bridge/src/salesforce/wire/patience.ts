import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { asFault } from './fault.ts';
import { CallFailed, isPassing } from './trouble.ts';

/** Repeats a call over passing troubles, then throws the Fault that says what is wrong. For calls that may be repeated only. */
export type Patience = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

const firstDelayMs = 250;
const longestDelayMs = 4_000;
const mostAttempts = 8;

/** The wait before attempt `attempt` (1 is the first repeat), doubling with jitter; `random` is in [0, 1). */
export function backOffMs(attempt: number, random: () => number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}

/** Patience that starts no attempt later than `totalMs` after the first. */
export function createPatience(options: {
  readonly totalMs: number;
  readonly clock: () => number;
  readonly random: () => number;
}): Patience {
  return async (call) => {
    const end = options.clock() + options.totalMs;
    const policy = retry(
      handleWhen((error) => error instanceof CallFailed && isPassing(error.trouble) && options.clock() < end),
      {
        maxAttempts: mostAttempts,
        backoff: new DelegateBackoff(({ attempt }: { attempt: number }) =>
          Math.max(0, Math.min(backOffMs(attempt, options.random), end - options.clock())),
        ),
      },
    );
    try {
      return await policy.execute(call);
    } catch (error) {
      throw asFault(error);
    }
  };
}
