import './machine/install.ts';
import { plant } from './bugs/plant.ts';
import type { Coverage } from './coverage.ts';
import type { About } from './generate.ts';
import type { Plan } from './plan.ts';
import { ruleOf } from './plan.ts';

/** Which runs a worker makes. */
export interface Job {
  readonly seed: string;
  readonly about: About;
  /** Numbers of the seed's runs, or plans of their own. */
  readonly runs: readonly (number | Plan)[];
  /** Tries for making a failing plan simple; 0 for none. */
  readonly shrinkTries: number;
  /** The name of a mistake that the bridge is to have. */
  readonly bug: string | null;
}

/** What a worker tells of each run. */
export interface Ran {
  /** The run's place in the job. */
  readonly place: number;
  readonly broken: string | null;
  /** The failing plan, as simple as it could be made. */
  readonly plan: Plan | null;
  readonly coverage: Coverage;
}

process.on('message', (job: Job) => void work(job));
process.on('disconnect', () => process.exit());

async function work(job: Job): Promise<void> {
  if (job.bug !== null) plant(job.bug);
  const [{ run }, { generate }, { shrink }, { createCounting }] = await Promise.all([
    import('./run.ts'),
    import('./generate.ts'),
    import('./shrink.ts'),
    import('./coverage.ts'),
  ]);
  const rule = (broken: string | null) => broken && ruleOf(broken);
  for (const [place, which] of job.runs.entries()) {
    const plan = typeof which === 'number' ? generate(job.seed, which, job.about) : which;
    const counting = createCounting();
    const { broken } = await run(plan, undefined, counting);
    const failing = broken === null || job.shrinkTries === 0 ? null : plan;
    const simple =
      failing &&
      (await shrink(
        failing,
        async (other) => rule((await run(other)).broken) === rule(broken),
        job.shrinkTries,
      ));
    process.send!({ place, broken, plan: simple, coverage: counting.counts } satisfies Ran);
  }
  process.disconnect();
}
