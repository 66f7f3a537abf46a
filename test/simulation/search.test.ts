import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { About } from './generate.ts';
import type { Plan } from './plan.ts';
import { search } from './search.ts';

const seed = process.env.TANDEM_SIMULATION_SEED ?? 'every test run';
const share = 100;

interface Breach {
  readonly run: number;
  /** What broke, and the command that shows it again. */
  readonly says: string;
}

async function searchOf({ about, runs }: { about: About; runs: number }): Promise<readonly Breach[]> {
  const option = about === 'events' ? '--events ' : '';
  const { failures } = await search({
    seed,
    about,
    runs: Array.from({ length: runs }, (_, number) => number),
  });
  return failures.map(({ which, broken }) => ({
    run: Number(which),
    says: `npm run simulate -- ${option}--seed '${seed}' --run ${Number(which)} shows: ${broken}`,
  }));
}

// One after the other: each has both cores to itself. Of events there are as many as there is time for.
const aboutContacts = { about: 'contacts', runs: 1_000 } as const;
const aboutEvents = { about: 'events', runs: 100 } as const;
const contacts = searchOf(aboutContacts);
const events = contacts.then(() => searchOf(aboutEvents));

describe.each([
  { ...aboutContacts, found: contacts },
  { ...aboutEvents, found: events },
])(`the whole bridge, among people, faults and crashes of seed "${seed}": $about`, ({ runs, found }) => {
  const shares = Array.from({ length: runs / share }, (_, place) => ({
    first: place * share,
    last: (place + 1) * share - 1,
  }));
  it.each(shares)('holds every rule in runs $first to $last', async ({ first, last }) => {
    const breaches = (await found).filter(({ run }) => run >= first && run <= last);
    expect(breaches.map(({ says }) => says)).toEqual([]);
  });
});

const corpus = join(import.meta.dirname, 'corpus');
const plans = readdirSync(corpus).map((file) => ({
  name: file.replace('.json', '').replaceAll('-', ' '),
  plan: JSON.parse(readFileSync(join(corpus, file), 'utf8')) as Plan,
}));
const again = events.then(() => search({ seed, runs: plans.map(({ plan }) => plan) }));

describe('plans that a mistake once broke', () => {
  it.each(plans)('hold every rule: $name', async ({ plan }) => {
    const failures = (await again).failures.filter(({ which }) => which === plan);
    expect(failures.map(({ broken }) => broken)).toEqual([]);
  });
});
