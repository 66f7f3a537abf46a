import { expect, it } from 'vitest';
import { dayOf } from './week.ts';

it('counts days from the Monday of the week that it is in New York', () => {
  expect(dayOf(new Date('2026-11-30T04:59Z'), 0)).toBe('2026-11-23');
  expect(dayOf(new Date('2026-11-30T05:00Z'), 0)).toBe('2026-11-30');
  expect(dayOf(new Date('2026-11-29T01:13Z'), 10)).toBe('2026-12-03');
});
