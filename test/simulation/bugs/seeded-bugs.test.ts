import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import { withBug } from './plant.ts';
import { seededBugs } from './seeded-bugs.ts';

it('there are at least 25 mistakes to be found, each under a name of its own', () => {
  expect(new Set(seededBugs.map(({ name }) => name)).size).toBe(seededBugs.length);
  expect(seededBugs.length).toBeGreaterThanOrEqual(25);
});

it.each(seededBugs.map((bug) => [bug.name, bug] as const))('%s: can be planted', (_name, bug) => {
  expect(() => stripTypeScriptTypes(withBug(bug))).not.toThrow();
});
