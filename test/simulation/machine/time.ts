import { AsyncLocalStorage } from 'node:async_hooks';
import timersPromises from 'node:timers/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { Scheduler } from './scheduler.ts';

/** Which simulated process the running code belongs to; undefined for the world around them. */
export const runningProcess = new AsyncLocalStorage<object>();

/** The event loop's own turn: after it, everything that was only waiting for promises is done. */
const turn = setImmediate;

/** Ends when all code that could go on has gone as far as it can. */
export function settled(): Promise<void> {
  return new Promise((resolve) => turn(resolve));
}

let scheduler: Scheduler | null = null;

/** From now on the time of this process is that of the scheduler. */
export function useTime(of: Scheduler): void {
  scheduler = of;
}

const RealDate = Date;
function present(): number {
  return scheduler ? scheduler.now() : RealDate.UTC(2026, 0, 5, 8);
}

/** A timer as the code sees it. */
class Timer {
  cancelled = false;
  unref(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  [Symbol.dispose](): void {
    this.cancelled = true;
  }
}

function start(ms: number, again: boolean, act: () => void): Timer {
  const timer = new Timer();
  const process = runningProcess.getStore() ?? null;
  const wait = Math.max(ms || 0, 1);
  const arm = () =>
    scheduler?.schedule(wait, {
      process,
      label: null,
      run: () => {
        if (timer.cancelled) return;
        if (again) arm();
        inside(process, act);
      },
    });
  arm();
  return timer;
}

/** Runs what belongs to a process as its own. */
export function inside(process: object | null, act: () => void): void {
  if (process) runningProcess.run(process, act);
  else act();
}

/** Makes real dates, of the scheduler's moment when none is given. A function, since a proxy is ten times slower. */
function SimulatedDate(...given: unknown[]): Date | string {
  if (!new.target) return new RealDate(present()).toString();
  return given.length === 0 ? new RealDate(present()) : new RealDate(...(given as [number]));
}
SimulatedDate.prototype = RealDate.prototype;
Object.assign(SimulatedDate, { now: present, parse: RealDate.parse, UTC: RealDate.UTC });

/** Replaces clock and timers of this process by those of the scheduler in use. */
export function installTime(): void {
  globalThis.Date = SimulatedDate as unknown as DateConstructor;
  performance.now = () => present() - RealDate.UTC(2026, 0, 1);
  const timeout = (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    start(ms, false, () => act(...given));
  const interval = (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    start(ms, true, () => act(...given));
  const clear = (timer?: Timer) => {
    if (timer) timer.cancelled = true;
  };
  Object.assign(globalThis, {
    setTimeout: timeout,
    setInterval: interval,
    clearTimeout: clear,
    clearInterval: clear,
  });
  const sleep = (ms?: number, value?: unknown, options?: { signal?: AbortSignal }) =>
    new Promise((resolve, reject) => {
      const signal = options?.signal;
      const abort = () => {
        clear(timer);
        reject(new DOMException('The operation was aborted', 'AbortError'));
      };
      const timer = start(ms ?? 0, false, () => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      });
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
  const later = (value?: unknown) => sleep(0, value);
  Object.assign(timersPromises, { setTimeout: sleep, setImmediate: later });
  syncBuiltinESMExports();
}
