import rrule from 'rrule';
import type { Options, RRule as Rule } from 'rrule';
import { civilDate, DAY_MS } from './civil.ts';
import type { Civil } from './civil.ts';
import { DAYS, WEEK_INDEXES } from './pattern.ts';
import type { DayOfWeek, Pattern, Recurrence } from './pattern.ts';

const { RRule } = rrule;

/** How a month's pattern with several days of the week is read. */
export interface Reading {
  /** `together`: the nth of all those days; `each`: the nth of each day. */
  severalDays: 'together' | 'each';
}

const WEEKDAYS = [RRule.SU, RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA];

/** A recurrence as RFC 5545 would have it, on civil days without a zone. */
function ruleOf({ pattern, range }: Recurrence, reading: Reading): Rule {
  const start = civilDate(range.startDate) ?? 0;
  return new RRule({
    dtstart: new Date(start),
    interval: Math.max(1, pattern.interval),
    ...daysOf(pattern, reading),
    ...(range.type === 'endDate' ? { until: new Date(civilDate(range.endDate) ?? start) } : {}),
    ...(range.type === 'numbered' ? { count: range.numberOfOccurrences } : {}),
  });
}

function daysOf(pattern: Pattern, reading: Reading): Partial<Options> {
  switch (pattern.type) {
    case 'daily':
      return { freq: RRule.DAILY };
    case 'weekly':
      return {
        freq: RRule.WEEKLY,
        byweekday: pattern.daysOfWeek.map(weekday),
        wkst: weekday(pattern.firstDayOfWeek),
      };
    case 'absoluteMonthly':
      return { freq: RRule.MONTHLY, ...dayOfMonth(pattern.dayOfMonth) };
    case 'relativeMonthly':
      return { freq: RRule.MONTHLY, ...nthDay(pattern, reading) };
    case 'absoluteYearly':
      return { freq: RRule.YEARLY, bymonth: pattern.month, ...dayOfMonth(pattern.dayOfMonth) };
    case 'relativeYearly':
      return { freq: RRule.YEARLY, bymonth: pattern.month, ...nthDay(pattern, reading) };
  }
}

/** The 29th to 31st fall back to the last day of a shorter month, as in Outlook; RFC 5545 would skip the month. */
function dayOfMonth(day: number): Partial<Options> {
  if (day <= 28) return { bymonthday: day };
  return { bymonthday: [28, 29, 30, 31].filter((candidate) => candidate <= day), bysetpos: -1 };
}

function nthDay({ daysOfWeek, index }: Pattern, reading: Reading): Partial<Options> {
  const position = index === 'last' ? -1 : WEEK_INDEXES.indexOf(index) + 1;
  if (reading.severalDays === 'each' && daysOfWeek.length > 1) {
    return { byweekday: daysOfWeek.map((day) => weekday(day).nth(position)) };
  }
  return { byweekday: daysOfWeek.map(weekday), bysetpos: position };
}

function weekday(day: DayOfWeek) {
  return WEEKDAYS[DAYS.indexOf(day)] ?? RRule.SU;
}

/** The days on which a recurrence has occurrences, between two civil days, both included, in order. */
export function occurrenceDays(
  recurrence: Recurrence,
  from: Civil,
  until: Civil,
  reading: Reading = { severalDays: 'together' },
): Civil[] {
  const start = civilDate(recurrence.range.startDate) ?? 0;
  if (until < start) return [];
  return ruleOf(recurrence, reading)
    .between(new Date(from), new Date(until), true)
    .map((day) => day.getTime());
}

/** The first day, which is the start date or, when the pattern does not fit it, the next that fits; nothing when none does. */
export function firstDay(recurrence: Recurrence, reading?: Reading): Civil | undefined {
  const start = civilDate(recurrence.range.startDate) ?? 0;
  const rule = ruleOf(recurrence, reading ?? { severalDays: 'together' });
  return rule.after(new Date(start - DAY_MS), true)?.getTime();
}
