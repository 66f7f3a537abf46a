import fc from 'fast-check';
import { it } from 'vitest';
import { checkPrograms, share } from './check.ts';

it(`${share} programs of people on both sides of one mailbox lose, double and revive nothing, and end in step and quiet`, async () => {
  await checkPrograms(fc.constant(1), 11);
});
