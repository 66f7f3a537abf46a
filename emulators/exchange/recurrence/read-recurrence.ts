import { GraphError, refuse } from '../errors.ts';
import { civilDate } from './civil.ts';
import { DAYS, NO_DATE, PATTERN_TYPES, RANGE_TYPES, WEEK_INDEXES } from './pattern.ts';
import type { DayOfWeek, Pattern, Range, Recurrence } from './pattern.ts';

/** 999 by the Exchange Web Services reference, "NumberOfOccurrences". */
const MOST_OCCURRENCES = 999;

/** Exchange's last day: "Recurrence end date can not exceed Sep 1, 4500". */
const LAST_DAY = '4500-09-01';

type Given = Record<string, unknown>;

/** Reads `patternedRecurrence` of a request body, with what its types do not use set as Graph answers it. */
export function readRecurrence(value: unknown): Recurrence {
  const { pattern, range } = object(value, 'recurrence');
  return { pattern: readPattern(object(pattern, 'pattern')), range: readRange(object(range, 'range')) };
}

function readPattern(given: Given): Pattern {
  const type = oneOf(given.type, PATTERN_TYPES, 'pattern/type');
  const weekly = type === 'weekly';
  const relative = type === 'relativeMonthly' || type === 'relativeYearly';
  const absolute = type === 'absoluteMonthly' || type === 'absoluteYearly';
  const yearly = type === 'absoluteYearly' || type === 'relativeYearly';
  const daysOfWeek = weekly || relative ? readDays(given.daysOfWeek) : [];
  return {
    type,
    interval: whole(given.interval ?? 1, 1, 999, 'interval'),
    month: yearly ? whole(given.month, 1, 12, 'month') : 0,
    dayOfMonth: absolute ? whole(given.dayOfMonth, 1, 31, 'dayOfMonth') : 0,
    daysOfWeek,
    firstDayOfWeek: weekly ? oneOf(given.firstDayOfWeek ?? 'sunday', DAYS, 'firstDayOfWeek') : 'sunday',
    index: relative ? oneOf(given.index ?? 'first', WEEK_INDEXES, 'index') : 'first',
  };
}

function readDays(value: unknown): DayOfWeek[] {
  if (!Array.isArray(value) || value.length === 0) throw wrong('daysOfWeek');
  const days = value.map((day) => oneOf(day, DAYS, 'daysOfWeek'));
  return DAYS.filter((day) => days.includes(day));
}

function readRange(given: Given): Range {
  const type = oneOf(given.type, RANGE_TYPES, 'range/type');
  const startDate = date(given.startDate, 'startDate');
  const endDate = type === 'endDate' ? date(given.endDate, 'endDate') : NO_DATE;
  if (type === 'endDate' && endDate < startDate) throw invalidRange();
  if (startDate < '1601-01-01' || startDate > LAST_DAY || endDate > LAST_DAY) throw tooFar();
  const zone = given.recurrenceTimeZone;
  return {
    type,
    startDate,
    endDate,
    recurrenceTimeZone: typeof zone === 'string' ? zone : '',
    numberOfOccurrences:
      type === 'numbered' ? whole(given.numberOfOccurrences, 1, MOST_OCCURRENCES, 'numberOfOccurrences') : 0,
  };
}

function object(value: unknown, name: string): Given {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse.bodyValue(name, 'microsoft.graph.patternedRecurrence');
  }
  return value as Given;
}

/** Names are taken in any letter case. */
function oneOf<Word extends string>(value: unknown, words: readonly Word[], name: string): Word {
  const found =
    typeof value === 'string' ? words.find((word) => word.toLowerCase() === value.toLowerCase()) : undefined;
  if (found === undefined) throw wrong(name);
  return found;
}

function whole(value: unknown, least: number, most: number, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw wrong(name);
  return value;
}

function date(value: unknown, name: string): string {
  if (typeof value !== 'string' || civilDate(value) === undefined) throw refuse.bodyValue(name, 'Edm.Date');
  return value;
}

function wrong(name: string): GraphError {
  return new GraphError(
    400,
    'ErrorPropertyValidationFailure',
    `At least one property failed validation: Recurrence ${name}.`,
  );
}

/** Also for a start date that is not the day on which the event starts. */
export function invalidRange(): GraphError {
  return new GraphError(400, 'ErrorInvalidRecurrenceRange', 'The recurrence range is invalid.');
}

function tooFar(): GraphError {
  return new GraphError(
    400,
    'ErrorRecurrenceEndDateTooBig',
    'Recurrence end date can not exceed Sep 1, 4500 00:00:00.',
  );
}
