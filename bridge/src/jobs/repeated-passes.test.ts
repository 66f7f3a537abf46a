import { expect, it } from 'vitest';
import { createRepeatedPasses } from './repeated-passes.ts';

it('repeats the passes of a mailbox at once at first, and at most once a minute when they go on asking for another one', () => {
  const passes = createRepeatedPasses();
  const asked = Array.from({ length: 12 }, () => passes.asked('ada'));

  expect(asked).toEqual([2, 2, 2, 2, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(passes.asked('bob')).toBe(2);
  passes.ended('ada');
  expect(passes.asked('ada')).toBe(2);
});
