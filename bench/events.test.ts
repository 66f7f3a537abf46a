import { expect, it } from 'vitest';
import { benchEvent, benchEventEdit, benchSeries, datesAhead } from './events.ts';

const today = new Date('2026-10-20T15:00:00Z');

it('single events occur once each by subject, begin after today, and have the same values on both sides', () => {
  const events = Array.from({ length: 2_000 }, (_, number) => benchEvent(number, today));
  expect(new Set(events.map(({ salesforce }) => salesforce['Subject'])).size).toBe(events.length);
  for (const { exchange, salesforce } of events) {
    const { dateTime } = exchange['start'] as { dateTime: string };
    expect(`${dateTime}.000Z`).toBe(salesforce['StartDateTime']);
    expect(dateTime > '2026-10-21').toBe(true);
  }
});

it('edits change an event on both sides', () => {
  for (const number of [0, 1]) {
    const event = benchEvent(number, today);
    const edit = benchEventEdit(number);
    for (const side of ['exchange', 'salesforce'] as const)
      expect({ ...event[side], ...edit[side] }).not.toEqual(event[side]);
  }
});

it('a series begins tomorrow on the day that its pattern names', () => {
  const { recurrence } = benchSeries(3, { pattern: 'weekly', dates: 10 }, today);
  expect(recurrence.pattern).toMatchObject({ daysOfWeek: ['wednesday'] });
  expect(recurrence.range).toMatchObject({ startDate: '2026-10-21', numberOfOccurrences: 10 });
});

it('counts the dates of a series within the days ahead', () => {
  expect(datesAhead({ pattern: 'daily', dates: null }, 90)).toBe(90);
  expect(datesAhead({ pattern: 'weekly', dates: null }, 7)).toBe(1);
  expect(datesAhead({ pattern: 'weekly', dates: null }, 8)).toBe(2);
  expect(datesAhead({ pattern: 'weekly', dates: 10 }, 90)).toBe(10);
});
