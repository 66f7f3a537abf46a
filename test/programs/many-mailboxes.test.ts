import fc from 'fast-check';
import { it } from 'vitest';
import { checkPrograms, share } from './check.ts';

it(`${share} programs of two or three people and their mailboxes on one org lose, double and revive nothing, and end in step and quiet`, async () => {
  await checkPrograms(fc.integer({ min: 2, max: 3 }), 12);
});
