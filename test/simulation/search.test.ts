import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { search } from './search.ts';

const seed = process.env.TANDEM_SIMULATION_SEED ?? 'every test run';
const runs = 1_000;
const share = 100;

/** What the search found, as it can be seen again. */
const found = search({ seed, runs: Array.from({ length: runs }, (_, number) => number) }).then(
  ({ failures }) =>
    failures.map(({ which, broken }) => ({
      run: Number(which),
      says: `npm run simulate -- --seed '${seed}' --run ${Number(which)} shows: ${broken}`,
    })),
);

describe(`the whole bridge, among people, faults and crashes of seed "${seed}"`, () => {
  const shares = Array.from({ length: runs / share }, (_, place) => ({
    first: place * share,
    last: (place + 1) * share - 1,
  }));
  it.each(shares)('holds every rule in runs $first to $last', async ({ first, last }) => {
    const failures = (await found).filter(({ run }) => run >= first && run <= last);
    expect(failures.map(({ says }) => says)).toEqual([]);
  });
});

const corpus = join(import.meta.dirname, 'corpus');
const plans = readdirSync(corpus).map((file) => ({
  name: file.replace('.json', '').replaceAll('-', ' '),
  plan: JSON.parse(readFileSync(join(corpus, file), 'utf8')) as Plan,
}));
const again = found.then(() => search({ seed, runs: plans.map(({ plan }) => plan) }));

describe('plans that a mistake once broke', () => {
  it.each(plans)('hold every rule: $name', async ({ plan }) => {
    const failures = (await again).failures.filter(({ which }) => which === plan);
    expect(failures.map(({ broken }) => broken)).toEqual([]);
  });
});
