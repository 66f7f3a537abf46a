import { z } from 'zod';
import type { Recurrence } from '../../domain/recurrence.ts';
import { weekdays } from '../../domain/recurrence.ts';
import { ianaZone } from './zone-names.ts';

const lowerCase = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const interval = z.int().positive();
const dayOfMonth = z.int().min(1).max(31);
const month = z.int().min(1).max(12);
const weekday = z.preprocess(lowerCase, z.enum(weekdays));
const daysOfWeek = z.array(weekday).min(1);
const firstDayOfWeek = weekday.catch('sunday');
const index = z.enum(['first', 'second', 'third', 'fourth', 'last']).catch('first');

/** Each type has what it uses; Exchange fills the rest with zeros and defaults, which are left out here. */
const pattern = z.discriminatedUnion('type', [
  z.object({ type: z.literal('daily'), interval }),
  z.object({ type: z.literal('weekly'), interval, daysOfWeek, firstDayOfWeek }),
  z.object({ type: z.literal('absoluteMonthly'), interval, dayOfMonth }),
  z.object({ type: z.literal('relativeMonthly'), interval, daysOfWeek, index }),
  z.object({ type: z.literal('absoluteYearly'), interval, month, dayOfMonth }),
  z.object({ type: z.literal('relativeYearly'), interval, month, daysOfWeek, index }),
]);

const range = z.discriminatedUnion('type', [
  z.object({ type: z.literal('endDate'), startDate: date, endDate: date }),
  z.object({ type: z.literal('noEnd'), startDate: date }),
  z.object({ type: z.literal('numbered'), startDate: date, numberOfOccurrences: z.int().positive() }),
]);

const shape = z.object({ pattern, range });
const named = z.looseObject({ range: z.looseObject({ recurrenceTimeZone: z.string().nullish() }) });

/** When a series happens; null when there is no rule or one that Tandem does not know. Source: the resource type patternedRecurrence. */
export function readRecurrence(body: unknown): Recurrence | null {
  const parsed = shape.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The IANA zone in whose days the rule counts; null when it names none that is known. */
export function recurrenceZone(body: unknown): string | null {
  const parsed = named.safeParse(body);
  return parsed.success ? ianaZone(parsed.data.range.recurrenceTimeZone) : null;
}
