import { settled } from './time.ts';

/** Something that happens at its time. */
export interface Step {
  /** The simulated process that waits for it; steps of a process that died never happen. */
  readonly process: object | null;
  /** Its line in the trace; null for none. */
  readonly label: string | null;
  run(): void | Promise<void>;
}

/** Virtual time, and everything that waits for it: one thing happens after the other, and time passes in between only. */
export interface Scheduler {
  /** Milliseconds since 1970. */
  now(): number;
  schedule(afterMs: number, step: Step): void;
  /** Lets everything happen up to that moment. */
  runUntil(moment: number): Promise<void>;
  /** Drops what the process waits for. */
  drop(process: object): void;
  /** Nothing of the process happens before that moment; what it waits for is put off until then. */
  freeze(process: object, until: number): void;
  /** Steps so far. */
  steps(): number;
}

interface Waiting extends Step {
  readonly at: number;
  readonly order: number;
}

/** A scheduler at that moment; `tell` hears of every step that has a label. */
export function createScheduler(start: number, tell: (at: number, label: string) => void): Scheduler {
  let now = start;
  let order = 0;
  let steps = 0;
  let waiting: Waiting[] = [];
  const dead = new WeakSet<object>();
  /** Until when nothing of a process happens. */
  const frozen = new WeakMap<object, number>();

  const earlier = (a: Waiting, b: Waiting) => a.at - b.at || a.order - b.order;
  const add = (step: Waiting) => {
    let place = waiting.length;
    while (place > 0 && earlier(waiting[place - 1]!, step) > 0) place -= 1;
    waiting.splice(place, 0, step);
  };

  return {
    now: () => now,
    schedule(afterMs, step) {
      if (step.process && dead.has(step.process)) return;
      const until = (step.process && frozen.get(step.process)) ?? -Infinity;
      const at = Math.max(now + Math.max(0, Math.ceil(afterMs)), until);
      add({ ...step, run: () => step.run(), at, order: (order += 1) });
    },
    async runUntil(moment) {
      await settled();
      for (;;) {
        const next = waiting[0];
        if (!next || next.at > moment) break;
        waiting.shift();
        now = Math.max(now, next.at);
        steps += 1;
        if (next.label !== null) tell(now, next.label);
        await next.run();
        await settled();
      }
      now = Math.max(now, moment);
    },
    drop(process) {
      dead.add(process);
      waiting = waiting.filter((step) => step.process !== process);
    },
    freeze(process, until) {
      // It hears only then, too, of what it has just asked for.
      frozen.set(process, until);
      const mine = waiting.filter((step) => step.process === process && step.at < until);
      waiting = waiting.filter((step) => !mine.includes(step));
      for (const step of mine) add({ ...step, at: until });
    },
    steps: () => steps,
  };
}
