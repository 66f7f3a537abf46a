import { describe, expect, it } from 'vitest';
import { readRecurrence, recurrenceZone } from './recurrence.ts';

const unused = { month: 0, dayOfMonth: 0, daysOfWeek: [], firstDayOfWeek: 'sunday', index: 'first' };
const noEnd = { type: 'noEnd', startDate: '2031-03-03', endDate: '0001-01-01', numberOfOccurrences: 0 };
const daily = { ...unused, type: 'daily', interval: 1 };

describe('the rule of a series', () => {
  it.each([
    [{ type: 'daily', interval: 3 }],
    [{ type: 'weekly', interval: 2, daysOfWeek: ['monday', 'friday'], firstDayOfWeek: 'monday' }],
    [{ type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }],
    [{ type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'last' }],
    [{ type: 'absoluteYearly', interval: 1, month: 2, dayOfMonth: 29 }],
    [{ type: 'relativeYearly', interval: 1, month: 11, daysOfWeek: ['thursday'], index: 'fourth' }],
  ])('has of a pattern what it uses: %j', (pattern) => {
    const body = { pattern: { ...unused, ...pattern }, range: noEnd };
    expect(readRecurrence(body)).toEqual({ pattern, range: { type: 'noEnd', startDate: '2031-03-03' } });
  });

  it.each([
    [{ type: 'noEnd', startDate: '2031-03-03' }],
    [{ type: 'endDate', startDate: '2031-03-03', endDate: '2031-12-31' }],
    [{ type: 'numbered', startDate: '2031-03-03', numberOfOccurrences: 6 }],
  ])('has of a range what it uses: %j', (range) => {
    expect(readRecurrence({ pattern: daily, range: { ...noEnd, ...range } })?.range).toEqual(range);
  });

  it('begins the week on Sunday and takes the first day of a month where it is not told', () => {
    const weekly = { type: 'weekly', interval: 1, daysOfWeek: ['Monday'] };
    const monthly = { type: 'relativeMonthly', interval: 1, daysOfWeek: ['monday'], index: null };
    expect(readRecurrence({ pattern: weekly, range: noEnd })?.pattern).toMatchObject({
      daysOfWeek: ['monday'],
      firstDayOfWeek: 'sunday',
    });
    expect(readRecurrence({ pattern: monthly, range: noEnd })?.pattern).toMatchObject({ index: 'first' });
  });

  it.each([
    ['there is none', null],
    ['its pattern is new', { pattern: { ...daily, type: 'hourly' }, range: noEnd }],
    ['it has no days', { pattern: { ...unused, type: 'weekly', interval: 1 }, range: noEnd }],
    ['it never comes', { pattern: { ...daily, interval: 0 }, range: noEnd }],
  ])('is not known when %s', (_, body) => {
    expect(readRecurrence(body)).toBeNull();
  });

  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['tzone://Microsoft/Custom', null],
    ['', null],
  ])('counts its days in %j, which is %s', (recurrenceTimeZone, zone) => {
    expect(recurrenceZone({ pattern: daily, range: { ...noEnd, recurrenceTimeZone } })).toBe(zone);
  });
});
