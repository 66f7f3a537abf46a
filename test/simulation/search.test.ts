import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { About } from './generate.ts';
import { generate } from './generate.ts';
import type { Plan } from './plan.ts';
import { search } from './search.ts';

const seed = process.env.TANDEM_SIMULATION_SEED ?? 'every test run';
const share = 100;

const plansOf = (about: About, runs: number) => ({
  about,
  plans: Array.from({ length: runs }, (_, number) => generate(seed, number, about)),
});
const groups = [plansOf('contacts', 1_000), plansOf('events', 1_000), plansOf('attendees', 100)];

const corpus = join(import.meta.dirname, 'corpus');
const kept = readdirSync(corpus).map((file) => ({
  name: file.replace('.json', '').replaceAll('-', ' '),
  plan: JSON.parse(readFileSync(join(corpus, file), 'utf8')) as Plan,
}));

// All in one search: a process is quicker once it is warm.
const found = search({
  seed,
  runs: [...groups.flatMap(({ plans }) => plans), ...kept.map(({ plan }) => plan)],
});
const brokenBy = async (plan: Plan) =>
  (await found).failures.find(({ which }) => which === plan)?.broken ?? null;

describe.each(groups)(
  `the whole bridge, among people, faults and crashes of seed "${seed}": $about`,
  ({ about, plans }) => {
    const shares = Array.from({ length: plans.length / share }, (_, place) => ({
      first: place * share,
      last: (place + 1) * share - 1,
    }));
    it.each(shares)('holds every rule in runs $first to $last', async ({ first, last }) => {
      const option = about === 'contacts' ? '' : `--${about} `;
      const breaches: string[] = [];
      for (let number = first; number <= last; number += 1) {
        const broken = await brokenBy(plans[number]!);
        if (broken !== null)
          breaches.push(`npm run simulate -- ${option}--seed '${seed}' --run ${number} shows: ${broken}`);
      }
      expect(breaches).toEqual([]);
    });
  },
);

describe('plans that a mistake once broke', () => {
  it.each(kept)('hold every rule: $name', async ({ plan }) => {
    expect(await brokenBy(plan)).toBeNull();
  });
});
