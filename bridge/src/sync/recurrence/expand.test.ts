import fc from 'fast-check';
import rrule from 'rrule';
import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../domain/recurrence.ts';
import { dateOf, dayOf } from './day.ts';
import { expand, lastDate } from './expand.ts';
import { partsOf } from './rule.ts';
import { anyDate, anyRecurrence } from './testing/arbitrary.ts';

/** The dates by another library, on times without a zone. */
function byLibrary({ pattern, range }: Recurrence, from: string, to: string): string[] {
  const parts = {
    ...partsOf(pattern),
    ...(range.type === 'numbered' && { COUNT: String(range.numberOfOccurrences) }),
    ...(range.type === 'endDate' && { UNTIL: `${range.endDate.replaceAll('-', '')}T000000Z` }),
  };
  const rule = Object.entries(parts).map((part) => part.join('='));
  return rrule
    .rrulestr(`DTSTART:${range.startDate.replaceAll('-', '')}T000000Z\nRRULE:${rule.join(';')}`)
    .between(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`), true)
    .map((date) => date.toISOString().slice(0, 10));
}

const series = (pattern: Recurrence['pattern'], startDate: string): Recurrence => ({
  pattern,
  range: { type: 'noEnd', startDate },
});

describe('the dates of a series', () => {
  it('are those of another library, for patterns, ranges and windows of every kind', () => {
    fc.assert(
      fc.property(anyRecurrence, anyDate, fc.integer({ min: 0, max: 900 }), (recurrence, from, days) => {
        const to = dateOf(dayOf(from) + days);
        expect(expand(recurrence, from, to)).toEqual(byLibrary(recurrence, from, to));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('end with the one that is named as the last', () => {
    fc.assert(
      fc.property(anyRecurrence, (recurrence) => {
        const last = lastDate(recurrence);
        if (recurrence.range.type !== 'numbered') return;
        const all = expand(recurrence, recurrence.range.startDate, '2400-01-01');
        expect(all.length).toBe(recurrence.range.numberOfOccurrences);
        expect(all.at(-1)).toBe(last);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it.each([
    [
      'the 31st is the last day of shorter months',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      '2026-01-31',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'a leap day is the 28th in other years',
      { type: 'absoluteYearly', interval: 1, month: 2, dayOfMonth: 29 },
      '2024-02-29',
      ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    [
      'the last weekday of each second month',
      {
        type: 'relativeMonthly',
        interval: 2,
        index: 'last',
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      },
      '2026-01-01',
      ['2026-01-30', '2026-03-31', '2026-05-29'],
    ],
    [
      'every second week counts from the first day of the week',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'tuesday'], firstDayOfWeek: 'monday' },
      '2026-08-04',
      ['2026-08-04', '2026-08-09', '2026-08-18', '2026-08-23'],
    ],
    [
      'the same with weeks that begin on Sunday',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'tuesday'], firstDayOfWeek: 'sunday' },
      '2026-08-04',
      ['2026-08-04', '2026-08-16', '2026-08-18', '2026-08-30'],
    ],
  ] as const)('%s', (_, pattern, start, dates) => {
    expect(expand(series(pattern, start), start, dates.at(-1) ?? start)).toEqual(dates);
  });

  it('are not counted from the start of an old series: a window far away is found at once', () => {
    const ancient = series({ type: 'daily', interval: 1 }, '1601-01-01');
    expect(expand(ancient, '2400-01-01', '2400-01-02')).toEqual(['2400-01-01', '2400-01-02']);
  });
});
