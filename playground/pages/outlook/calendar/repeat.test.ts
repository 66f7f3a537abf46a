import { describe, expect, it } from 'vitest';
import type { Recurrence } from './event.ts';
import { recurrenceOf, repeatOf, repeatText } from './repeat.ts';

const start = '2026-08-28T09:00';
const never = repeatOf(null, start);
const unused = {
  interval: 1,
  daysOfWeek: [],
  dayOfMonth: 0,
  month: 0,
  index: 'first',
  firstDayOfWeek: 'sunday',
};
const endless = { type: 'noEnd', startDate: '2026-08-28', endDate: '', numberOfOccurrences: 0 } as const;
const rule = (pattern: object, range: object = {}): Recurrence => ({
  pattern: { ...unused, type: 'daily', ...pattern },
  range: { ...endless, recurrenceTimeZone: 'UTC', ...range },
});

describe('how an event repeats', () => {
  it.each([
    ['day', { type: 'daily' }],
    ['week', { type: 'weekly', daysOfWeek: ['friday'] }],
    ['month', { type: 'absoluteMonthly', dayOfMonth: 28 }],
    ['monthDay', { type: 'relativeMonthly', index: 'fourth', daysOfWeek: ['friday'] }],
    ['year', { type: 'absoluteYearly', dayOfMonth: 28, month: 8 }],
  ] as const)('by %s is a rule of Graph', (every, pattern) => {
    expect(recurrenceOf({ ...never, every }, start)).toMatchObject({
      pattern,
      range: { type: 'noEnd', startDate: '2026-08-28' },
    });
  });

  it('ends on a day, or after so many times', () => {
    expect(recurrenceOf({ ...never, every: 'day', ends: 'on', until: '2026-09-30' }, start)).toMatchObject({
      range: { type: 'endDate', endDate: '2026-09-30' },
    });
    expect(recurrenceOf({ ...never, every: 'day', ends: 'after', times: 3 }, start)).toMatchObject({
      range: { type: 'numbered', numberOfOccurrences: 3 },
    });
    expect(recurrenceOf(never, start)).toBeNull();
  });

  it('keeps a rule that the form does not offer', () => {
    const twiceAYear = rule({ type: 'relativeYearly', month: 3, index: 'last', daysOfWeek: ['sunday'] });
    const repeat = repeatOf(twiceAYear, start);
    expect(repeat.every).toBe('other');
    expect(recurrenceOf(repeat, start, twiceAYear)).toMatchObject({ pattern: twiceAYear.pattern });
  });

  it('is told in words', () => {
    const weekly = { type: 'weekly', interval: 2, daysOfWeek: ['monday', 'friday'] };
    expect(repeatText(rule(weekly, { type: 'numbered', numberOfOccurrences: 8 }))).toBe(
      'Every 2 weeks on Mon, Fri, 8 times',
    );
    const monthly = { type: 'relativeMonthly', index: 'last', daysOfWeek: ['friday'] };
    expect(repeatText(rule(monthly, { type: 'endDate', endDate: '2026-12-31' }))).toBe(
      'Every month on the last Fri, until 2026-12-31',
    );
  });
});
