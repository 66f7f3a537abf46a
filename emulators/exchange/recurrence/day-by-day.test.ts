import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, dateText, DAY_MS } from './civil.ts';
import { occurrenceDays } from './occurrences.ts';
import { DAYS, NO_DATE, PATTERN_TYPES, RANGE_TYPES, WEEK_INDEXES } from './pattern.ts';
import type { DayOfWeek, Pattern, Recurrence } from './pattern.ts';

/** The plainest reading of Graph's patterns: each day is asked whether it belongs to the series. */
function belongs(day: number, start: number, pattern: Pattern): boolean {
  const [date, first] = [new Date(day), new Date(start)];
  const months =
    (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
  const years = date.getUTCFullYear() - first.getUTCFullYear();
  switch (pattern.type) {
    case 'daily':
      return ((day - start) / DAY_MS) % pattern.interval === 0;
    case 'weekly': {
      const weeks = (weekOf(day, pattern.firstDayOfWeek) - weekOf(start, pattern.firstDayOfWeek)) / 7;
      return weeks % pattern.interval === 0 && pattern.daysOfWeek.includes(nameOf(day));
    }
    case 'absoluteMonthly':
      return months % pattern.interval === 0 && isDayOfMonth(date, pattern);
    case 'relativeMonthly':
      return months % pattern.interval === 0 && isNth(date, pattern);
    case 'absoluteYearly':
      return years % pattern.interval === 0 && inMonth(date, pattern) && isDayOfMonth(date, pattern);
    case 'relativeYearly':
      return years % pattern.interval === 0 && inMonth(date, pattern) && isNth(date, pattern);
  }
}

const nameOf = (day: number): DayOfWeek => DAYS[new Date(day).getUTCDay()] ?? 'sunday';

/** The day number of the first day of the week. */
function weekOf(day: number, firstDay: DayOfWeek): number {
  const into = (new Date(day).getUTCDay() - DAYS.indexOf(firstDay) + 7) % 7;
  return day / DAY_MS - into;
}

const inMonth = (date: Date, { month }: Pattern) => date.getUTCMonth() + 1 === month;

const lastOfMonth = (date: Date) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

const isDayOfMonth = (date: Date, { dayOfMonth }: Pattern) =>
  date.getUTCDate() === Math.min(dayOfMonth, lastOfMonth(date));

function isNth(date: Date, { daysOfWeek, index }: Pattern): boolean {
  const fitting = Array.from({ length: lastOfMonth(date) }, (_, place) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), place + 1),
  ).filter((day) => daysOfWeek.includes(nameOf(day)));
  const nth = index === 'last' ? fitting.at(-1) : fitting[WEEK_INDEXES.indexOf(index)];
  return nth === date.getTime();
}

function dayByDay({ pattern, range }: Recurrence, until: number): number[] {
  const start = civilDate(range.startDate) ?? 0;
  const last = range.type === 'endDate' ? Math.min(until, civilDate(range.endDate) ?? 0) : until;
  const days: number[] = [];
  for (let day = start; day <= last; day += DAY_MS) if (belongs(day, start, pattern)) days.push(day);
  return range.type === 'numbered' ? days.slice(0, range.numberOfOccurrences) : days;
}

const day = fc
  .integer({ min: civilDate('2019-01-01')! / DAY_MS, max: civilDate('2025-12-31')! / DAY_MS })
  .map((number) => number * DAY_MS);

const recurrence: fc.Arbitrary<Recurrence> = fc
  .record({
    pattern: fc.record({
      type: fc.constantFrom(...PATTERN_TYPES),
      interval: fc.integer({ min: 1, max: 5 }),
      month: fc.integer({ min: 1, max: 12 }),
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      daysOfWeek: fc.subarray([...DAYS], { minLength: 1 }),
      firstDayOfWeek: fc.constantFrom(...DAYS),
      index: fc.constantFrom(...WEEK_INDEXES),
    }),
    type: fc.constantFrom(...RANGE_TYPES),
    start: day,
    length: fc.integer({ min: 0, max: 1500 }),
    numberOfOccurrences: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ pattern, type, start, length, numberOfOccurrences }) => ({
    pattern,
    range: {
      type,
      startDate: dateText(start),
      endDate: type === 'endDate' ? dateText(start + length * DAY_MS) : NO_DATE,
      recurrenceTimeZone: 'UTC',
      numberOfOccurrences,
    },
  }));

describe('the days of any recurrence', () => {
  it('are those that a look at each day finds', () => {
    const until = civilDate('2028-12-31') ?? 0;
    fc.assert(
      fc.property(recurrence, (given) => {
        const start = civilDate(given.range.startDate) ?? 0;
        expect(occurrenceDays(given, start, until).map(dateText)).toEqual(
          dayByDay(given, until).map(dateText),
        );
      }),
      { numRuns: 300 },
    );
  });
});
