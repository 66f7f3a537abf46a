import type { Clock } from '../clock.ts';

/** A clock that jumps instead of waiting, with no chance in it. */
export interface FakeClock extends Clock {
  /** The waits so far, in milliseconds. */
  readonly waits: readonly number[];
}

/** Starts at the real time, so that real certificates and tokens are valid. */
export function createFakeClock(): FakeClock {
  let now = Date.now();
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      waits.push(ms);
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    random: () => 0,
  };
}
