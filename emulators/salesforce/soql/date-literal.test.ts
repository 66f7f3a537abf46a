import { describe, expect, test } from 'vitest';
import { daysOfLiteral, midnightIn, todayIn } from './date-literal.ts';

describe('on Friday, 1 May 2026', () => {
  test.each([
    ['TODAY', '2026-05-01', '2026-05-02'],
    ['yesterday', '2026-04-30', '2026-05-01'],
    ['LAST_WEEK', '2026-04-19', '2026-04-26'],
    ['THIS_WEEK', '2026-04-26', '2026-05-03'],
    ['LAST_MONTH', '2026-04-01', '2026-05-01'],
    ['THIS_QUARTER', '2026-04-01', '2026-07-01'],
    ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
    ['LAST_N_DAYS:30', '2026-04-01', '2026-05-02'],
    ['NEXT_N_DAYS:2', '2026-05-02', '2026-05-04'],
    ['N_DAYS_AGO:1', '2026-04-30', '2026-05-01'],
    ['LAST_N_MONTHS:2', '2026-03-01', '2026-05-01'],
    ['LAST_90_DAYS', '2026-01-31', '2026-05-02'],
  ])('%s is from %s up to %s', (literal, from, before) => {
    expect(daysOfLiteral(literal, '2026-05-01')).toEqual({ from, before });
  });

  test('a word that is no literal means nothing', () => {
    expect(daysOfLiteral('SOMEDAY', '2026-05-01')).toBeUndefined();
  });
});

test('the day follows the time zone', () => {
  const now = new Date('2026-05-01T23:30:00Z');
  expect(todayIn('Europe/Berlin', now)).toBe('2026-05-02');
  expect(todayIn('America/Los_Angeles', now)).toBe('2026-05-01');
  expect(todayIn('Nowhere/Land', now)).toBe('2026-05-01');
});

test('midnight is that of the day, also when the clocks change', () => {
  expect(midnightIn('Europe/Berlin', '2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(midnightIn('Europe/Berlin', '2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
});
