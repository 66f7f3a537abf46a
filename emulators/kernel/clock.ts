/** The clock of an emulator: every stamp it makes comes from here. */
export interface Clock {
  now(): Date;
  running(): boolean;
  /** Changes the clock: `now` an ISO time, `advance` seconds to add (after `now`), `running` false to freeze it. */
  change(change: ClockChange): void;
  /** Back to real time, running. */
  reset(): void;
}

export interface ClockChange {
  now?: string | undefined;
  advance?: number | undefined;
  running?: boolean | undefined;
}

/** A clock that starts as real time and can be set, moved and frozen. */
export function createClock(realNow: () => number = Date.now): Clock {
  let shift = 0;
  let frozenAt: number | undefined;
  const now = () => frozenAt ?? realNow() + shift;
  const set = (time: number) => {
    shift = time - realNow();
    if (frozenAt !== undefined) frozenAt = time;
  };
  return {
    now: () => new Date(now()),
    running: () => frozenAt === undefined,
    change: (change) => {
      if (change.now !== undefined) set(Date.parse(change.now));
      if (change.advance !== undefined) set(now() + change.advance * 1000);
      if (change.running === false) frozenAt ??= now();
      if (change.running === true && frozenAt !== undefined) {
        const resumed = frozenAt;
        frozenAt = undefined;
        set(resumed);
      }
    },
    reset: () => {
      shift = 0;
      frozenAt = undefined;
    },
  };
}
