import { expect, it } from 'vitest';
import { backOffSeconds } from './back-off.ts';

it('doubles from five seconds up to ten minutes', () => {
  expect([1, 2, 3, 7, 8, 9, 1000].map(backOffSeconds)).toEqual([5, 10, 20, 320, 600, 600, 600]);
});
