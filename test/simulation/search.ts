import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Coverage } from './coverage.ts';
import { createCounting } from './coverage.ts';
import type { About } from './generate.ts';
import type { Plan } from './plan.ts';
import type { Job, Ran } from './worker.ts';

/** What a search looks for, and how. */
export interface Search {
  readonly seed: string;
  readonly about?: About;
  readonly runs: readonly (number | Plan)[];
  readonly workers?: number;
  readonly shrinkTries?: number;
  /** The name of a mistake that the bridge is to have; the search ends when it is found. */
  readonly bug?: string;
  /** Hears of each run as it ends, and of how many have ended. */
  readonly tell?: (ran: Ran & { readonly which: number | Plan }, done: number) => void;
}

/** A run that broke a rule. */
export interface Failure {
  readonly which: number | Plan;
  readonly broken: string;
  readonly plan: Plan | null;
}

export interface Found {
  readonly failures: readonly Failure[];
  readonly coverage: Coverage;
}

/** Makes the runs in processes of their own, each a share. Throws when a process ends before its share is done. */
export async function search(given: Search): Promise<Found> {
  const workers = Math.min(given.workers ?? 2, given.runs.length);
  const failures: Failure[] = [];
  const { counts, count } = createCounting();
  let done = 0;
  const children: ChildProcess[] = [];
  const share = (worker: number) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const places = given.runs.map((_, place) => place).filter((place) => place % workers === worker);
    let left = places.length;
    const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
      execArgv: ['--disable-warning=DEP0204', '--disable-warning=ExperimentalWarning'],
    });
    children.push(child);
    child.on('message', (ran: Ran) => {
      left -= 1;
      const place = places[ran.place]!;
      const which = given.runs[place]!;
      for (const [name, times] of Object.entries(ran.coverage)) count(name, times);
      if (ran.broken !== null) {
        failures.push({ which, broken: ran.broken, plan: ran.plan });
        if (given.bug !== undefined) for (const one of children) one.kill();
      }
      given.tell?.({ ...ran, which }, (done += 1));
    });
    child.on('exit', (code) => {
      const found = given.bug !== undefined && failures.length > 0;
      if (left === 0 || found) resolve();
      else reject(new Error(`a worker ended with ${code}, ${left} runs before its end`));
    });
    child.send({
      seed: given.seed,
      about: given.about ?? 'contacts',
      runs: places.map((place) => given.runs[place]!),
      shrinkTries: given.shrinkTries ?? 0,
      bug: given.bug ?? null,
    } satisfies Job);
    return promise;
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => share(worker)));
  return { failures, coverage: counts };
}
