import { expect, it } from 'vitest';
import { inLanes } from '../../../emulators/kernel/lanes.ts';
import { search } from '../search.ts';
import { planOfCorpus } from './plan-of-corpus.ts';
import { seededBugs } from './seeded-bugs.ts';
import { seededEventBugs } from './seeded-event-bugs.ts';

const planned = [...seededBugs, ...seededEventBugs].flatMap(({ name, plan }) =>
  plan === undefined ? [] : [{ name, plan }],
);

// All begin at once, two at a time, since each needs a process of its own.
const searches = inLanes(planned, 2, async ({ name, plan }) => {
  const { failures } = await search({ seed: name, runs: [planOfCorpus(plan)], bug: name });
  return { name, broken: failures.map(({ broken }) => broken) };
});

// That the plans hold every rule without the mistake is the matter of ../search.test.ts.
it.each(planned)('$name: breaks a rule in the plan "$plan"', async ({ name }) => {
  expect((await searches).find((one) => one.name === name)?.broken).toHaveLength(1);
});
