import fc from 'fast-check';
import type { Recurrence, RecurrencePattern, RecurrenceRange } from '../../../domain/recurrence.ts';
import { weekdays } from '../../../domain/recurrence.ts';
import { dateOf, dayOf } from '../day.ts';

const interval = fc.integer({ min: 1, max: 5 });
const month = fc.integer({ min: 1, max: 12 });
const firstDayOfWeek = fc.constantFrom(...weekdays);
const index = fc.constantFrom('first', 'second', 'third', 'fourth', 'last');
const daysOfWeek = fc
  .subarray([...weekdays], { minLength: 1 })
  .map((days) => weekdays.filter((day) => days.includes(day)));
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const longest = (of: number) => new Date(Date.UTC(2024, of, 0)).getUTCDate();

/** Any pattern that Graph can hold, with days that the month has in some year. */
export const anyPattern: fc.Arbitrary<RecurrencePattern> = fc.oneof(
  fc.record({ type: fc.constant('daily'), interval }),
  fc.record({ type: fc.constant('weekly'), interval, daysOfWeek, firstDayOfWeek }),
  fc.record({ type: fc.constant('absoluteMonthly'), interval, dayOfMonth }),
  fc.record({ type: fc.constant('relativeMonthly'), interval, daysOfWeek, index }),
  fc
    .record({ type: fc.constant('absoluteYearly'), interval, month, dayOfMonth })
    .map((pattern) => ({ ...pattern, dayOfMonth: Math.min(pattern.dayOfMonth, longest(pattern.month)) })),
  fc.record({ type: fc.constant('relativeYearly'), interval, month, daysOfWeek, index }),
);

export const anyDate = fc.integer({ min: dayOf('2015-01-01'), max: dayOf('2032-12-31') }).map(dateOf);

const anyRange: fc.Arbitrary<RecurrenceRange> = fc.oneof(
  fc.record({ type: fc.constant('noEnd'), startDate: anyDate }),
  fc.record({
    type: fc.constant('numbered'),
    startDate: anyDate,
    numberOfOccurrences: fc.integer({ min: 1, max: 60 }),
  }),
  fc.tuple(anyDate, fc.integer({ min: 0, max: 3000 })).map(([startDate, days]) => ({
    type: 'endDate' as const,
    startDate,
    endDate: dateOf(dayOf(startDate) + days),
  })),
);

/** Any recurrence that Graph can hold. */
export const anyRecurrence: fc.Arbitrary<Recurrence> = fc.record({ pattern: anyPattern, range: anyRange });

/** Zones with and without clock changes: at midnight, by half an hour, in the south, during Ramadan, off the hour. */
export const someZones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Pacific/Auckland',
] as const;
