import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import { planOfCorpus } from './plan-of-corpus.ts';
import { withBug } from './plant.ts';
import { seededBugs } from './seeded-bugs.ts';
import { seededEventBugs } from './seeded-event-bugs.ts';

const all = [...seededBugs, ...seededEventBugs];

it('there are at least 35 mistakes about contacts and as many about events to be found, each under a name of its own', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(seededBugs.length).toBeGreaterThanOrEqual(35);
  expect(seededEventBugs.length).toBeGreaterThanOrEqual(35);
});

it.each(all.map((bug) => [bug.name, bug] as const))('%s: can be planted', (_name, bug) => {
  expect(() => stripTypeScriptTypes(withBug(bug))).not.toThrow();
});

it('each plan of the corpus that a mistake names is there', () => {
  expect(() => all.flatMap(({ plan }) => (plan === undefined ? [] : planOfCorpus(plan)))).not.toThrow();
});
