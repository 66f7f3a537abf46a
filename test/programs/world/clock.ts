/** Time that moves on by 20 seconds with everything that happens; the same in every run of a program. */
export interface Clock {
  /** The next moment. */
  tick(): number;
  now(): number;
}

export function createClock(): Clock {
  let now = 0;
  return { tick: () => ++now, now: () => now };
}

const start = Date.UTC(2026, 0, 1);

/** A moment as the services write it. */
export function instant(moment: number): string {
  return new Date(start + moment * 20_000).toISOString();
}
