import { describe, expect, it } from 'vitest';
import { civilDate, dateText } from './civil.ts';
import { firstDay, occurrenceDays } from './occurrences.ts';
import { NO_DATE } from './pattern.ts';
import type { Pattern, Range, Recurrence } from './pattern.ts';

const recurring = (pattern: Partial<Pattern>, range: Partial<Range> = {}): Recurrence => ({
  pattern: {
    type: 'daily',
    interval: 1,
    month: 0,
    dayOfMonth: 0,
    daysOfWeek: [],
    firstDayOfWeek: 'sunday',
    index: 'first',
    ...pattern,
  },
  range: {
    type: 'noEnd',
    startDate: '2026-01-01',
    endDate: NO_DATE,
    recurrenceTimeZone: 'UTC',
    numberOfOccurrences: 0,
    ...range,
  },
});

const days = (recurrence: Recurrence, from = '2026-01-01', until = '2026-12-31', each = false) =>
  occurrenceDays(recurrence, civilDate(from) ?? 0, civilDate(until) ?? 0, {
    severalDays: each ? 'each' : 'together',
  }).map(dateText);

describe('the days of a recurrence', () => {
  it('are every nth day', () => {
    const recurrence = recurring(
      { type: 'daily', interval: 3 },
      { type: 'numbered', numberOfOccurrences: 4 },
    );
    expect(days(recurrence)).toEqual(['2026-01-01', '2026-01-04', '2026-01-07', '2026-01-10']);
  });

  it.each([
    ['sunday', '2026-01-04', ['2026-01-04', '2026-01-10', '2026-01-18', '2026-01-24']],
    ['monday', '2026-01-03', ['2026-01-03', '2026-01-04', '2026-01-17', '2026-01-18', '2026-01-31']],
  ] as const)('are in every second week that begins on %s', (firstDayOfWeek, startDate, expected) => {
    const weekly = {
      type: 'weekly',
      interval: 2,
      daysOfWeek: ['saturday', 'sunday'],
      firstDayOfWeek,
    } as const;
    expect(days(recurring(weekly as never, { startDate }), '2026-01-01', '2026-01-31')).toEqual(expected);
  });

  it('fall on the last day of a month without a 31st', () => {
    const recurrence = recurring({ type: 'absoluteMonthly', dayOfMonth: 31 }, { startDate: '2026-01-31' });
    expect(days(recurrence, '2026-01-01', '2026-04-30')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it('are the last Friday of each second month', () => {
    const pattern = { type: 'relativeMonthly', interval: 2, daysOfWeek: ['friday'], index: 'last' } as const;
    expect(days(recurring(pattern as never), '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-30',
      '2026-03-27',
      '2026-05-29',
    ]);
  });

  it('are the last weekday of a month, or with the other reading the last of each weekday', () => {
    const daysOfWeek = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
    const recurrence = recurring({ type: 'relativeMonthly', daysOfWeek, index: 'last' } as never);
    expect(days(recurrence, '2026-01-01', '2026-01-31')).toEqual(['2026-01-30']);
    expect(days(recurrence, '2026-01-01', '2026-01-31', true)).toHaveLength(5);
  });

  it('keep 29 February on the 28th outside leap years', () => {
    const pattern = { type: 'absoluteYearly', month: 2, dayOfMonth: 29 } as const;
    expect(days(recurring(pattern, { startDate: '2024-02-29' }), '2024-01-01', '2028-12-31')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('are the second Tuesday of a named month each second year', () => {
    const pattern = {
      type: 'relativeYearly',
      interval: 2,
      month: 11,
      daysOfWeek: ['tuesday'],
      index: 'second',
    };
    expect(days(recurring(pattern as never), '2026-01-01', '2030-12-31')).toEqual([
      '2026-11-10',
      '2028-11-14',
      '2030-11-12',
    ]);
  });

  it('include the end date', () => {
    const recurrence = recurring({}, { type: 'endDate', endDate: '2026-01-03' });
    expect(days(recurrence)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
  });

  it('are counted from the first, wherever one looks', () => {
    const recurrence = recurring({}, { type: 'numbered', numberOfOccurrences: 10 });
    expect(days(recurrence, '2026-01-09', '2026-12-31')).toEqual(['2026-01-09', '2026-01-10']);
  });

  it('begin on the first day that fits', () => {
    const recurrence = recurring({ type: 'weekly', daysOfWeek: ['monday'] });
    expect(dateText(firstDay(recurrence) ?? 0)).toBe('2026-01-05');
  });

  it('are none before the start date', () => {
    expect(days(recurring({}), '2025-01-01', '2025-12-31')).toEqual([]);
  });
});
