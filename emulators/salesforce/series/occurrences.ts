import rrule from 'rrule';
import type { Options } from 'rrule';
import type { Civil } from './civil.ts';

const { RRule } = rrule;

export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A recurrence rule, on civil times. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly months?: readonly number[];
  readonly monthDays?: readonly number[];
  readonly days?: readonly Weekday[];
  /** The how-manieth of each of the days in its month or year; -1 is the last. */
  readonly nth?: number;
  readonly weekStart: Weekday;
  /** The how-manieth of all days that fit. */
  readonly position?: readonly number[];
}

/** The civil starts of the occurrences, from the first that fits, up to a time and a number. */
export function occurrencesOf(rule: Rule, start: Civil, until: Civil | undefined, most: number): Civil[] {
  const options: Partial<Options> = {
    freq: RRule[rule.frequency],
    interval: rule.interval,
    dtstart: new Date(start),
    wkst: RRule[rule.weekStart],
    count: most,
    ...(until === undefined ? {} : { until: new Date(until) }),
    ...(rule.months ? { bymonth: [...rule.months] } : {}),
    ...(rule.days ? { byweekday: rule.days.map((day) => weekday(day, rule.nth)) } : {}),
    ...(rule.position ? { bysetpos: [...rule.position] } : {}),
    ...monthDays(rule),
  };
  return new RRule(options).all().map((date) => date.getTime());
}

function weekday(day: Weekday, nth: number | undefined) {
  return nth === undefined ? RRule[day] : RRule[day].nth(nth);
}

/** The 31st is the last day of a shorter month (Object Reference, "Event", Recurrence2PatternText). */
function monthDays({ monthDays: days }: Rule): Partial<Options> {
  if (!days) return {};
  if (!days.includes(31)) return { bymonthday: [...days] };
  return { bymonthday: [...days.filter((day) => day !== 31), -1] };
}
