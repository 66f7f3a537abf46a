import type {
  CivilDate,
  Recurrence,
  RecurrencePattern,
  Weekday,
  WeekIndex,
} from '../../domain/recurrence.ts';
import { weekdays } from '../../domain/recurrence.ts';
import type { Day, Month } from './day.ts';
import { dateOf, dayOf, firstDayOf, lengthOf, monthOf, weekdayOf } from './day.ts';

/**
 * The dates of a series within a window, both ends included, in order. It begins at the window and not at the start of the
 * series, so an old series costs no more than a new one. A day that a month does not have is its last one, as in Exchange
 * ("RecurrencePattern" of Graph and "DayOfMonth" of Exchange Web Services); of several days of the week in a relative pattern
 * the one that the index names counts among all that match.
 */
export function expand(recurrence: Recurrence, from: CivilDate, to: CivilDate): readonly CivilDate[] {
  return [...daysOf(recurrence, dayOf(from), dayOf(to))].map(dateOf);
}

/** The first date of a series on a day or later; null when there is none. */
export function firstDate(recurrence: Recurrence, from: CivilDate): CivilDate | null {
  const [day] = daysOf(recurrence, dayOf(from), Infinity);
  return day === undefined ? null : dateOf(day);
}

function* daysOf(recurrence: Recurrence, from: Day, to: Day): Generator<Day, void, undefined> {
  const { pattern, range } = recurrence;
  const start = dayOf(range.startDate);
  const last = Math.min(to, lastDay(recurrence) ?? Infinity);
  const first = Math.max(from, start);
  const { period, days } = rhythmOf(pattern, start);
  for (let turn = Math.max(0, period(first)); ; turn += 1)
    for (const [place, day] of days(turn).entries()) {
      if (day > last) {
        if (place === 0) return;
        break;
      }
      if (day >= first) yield day;
    }
}

/** The last date of a series; null when it has no end. */
export function lastDate(recurrence: Recurrence): CivilDate | null {
  const day = lastDay(recurrence);
  return day === null ? null : dateOf(day);
}

function lastDay({ pattern, range }: Recurrence): Day | null {
  if (range.type === 'noEnd') return null;
  if (range.type === 'endDate') return dayOf(range.endDate);
  const start = dayOf(range.startDate);
  const { days } = rhythmOf(pattern, start);
  const atFirst = days(0).filter((day) => day >= start).length;
  const each = days(1).length;
  const left = range.numberOfOccurrences - atFirst;
  if (left <= 0) return days(0).filter((day) => day >= start)[range.numberOfOccurrences - 1] ?? start;
  return days(Math.ceil(left / each))[(left - 1) % each] ?? start;
}

/**
 * How a pattern repeats: turn after turn (days, weeks, months or years, `interval` of them at a time), the first one with the
 * series' start in it; every turn has as many dates as every other. `period` tells in which turn a day lies.
 */
interface Rhythm {
  readonly period: (day: Day) => number;
  readonly days: (turn: number) => readonly Day[];
}

function rhythmOf(pattern: RecurrencePattern, start: Day): Rhythm {
  const { interval } = pattern;
  switch (pattern.type) {
    case 'daily':
      return {
        period: (day) => Math.floor((day - start) / interval),
        days: (turn) => [start + turn * interval],
      };
    case 'weekly': {
      const offsetOf = (day: Weekday) =>
        (weekdays.indexOf(day) - weekdays.indexOf(pattern.firstDayOfWeek) + 7) % 7;
      const week = start - offsetOf(weekdayOf(start));
      const offsets = [...new Set(pattern.daysOfWeek.map(offsetOf))].toSorted((a, b) => a - b);
      return {
        period: (day) => Math.floor((day - week) / (7 * interval)),
        days: (turn) => offsets.map((offset) => week + turn * 7 * interval + offset),
      };
    }
    case 'absoluteMonthly':
      return monthly(start, interval, (month) => numbered(month, pattern.dayOfMonth));
    case 'relativeMonthly':
      return monthly(start, interval, (month) => relative(month, pattern));
    case 'absoluteYearly':
      return yearly(start, interval, pattern.month, (month) => numbered(month, pattern.dayOfMonth));
    case 'relativeYearly':
      return yearly(start, interval, pattern.month, (month) => relative(month, pattern));
  }
}

function monthly(start: Day, interval: number, dayIn: (month: Month) => Day): Rhythm {
  const first = monthOf(start);
  return {
    period: (day) => Math.floor((monthOf(day) - first) / interval),
    days: (turn) => [dayIn(first + turn * interval)],
  };
}

function yearly(start: Day, interval: number, month: number, dayIn: (month: Month) => Day): Rhythm {
  const yearOf = (day: Day) => Math.floor(monthOf(day) / 12);
  const first = yearOf(start);
  return {
    period: (day) => Math.floor((yearOf(day) - first) / interval),
    days: (turn) => [dayIn((first + turn * interval) * 12 + month - 1)],
  };
}

function numbered(month: Month, dayOfMonth: number): Day {
  return firstDayOf(month) + Math.min(dayOfMonth, lengthOf(month)) - 1;
}

const places: Readonly<Record<WeekIndex, number>> = { first: 0, second: 1, third: 2, fourth: 3, last: -1 };

function relative(
  month: Month,
  { daysOfWeek, index }: { readonly daysOfWeek: readonly Weekday[]; readonly index: WeekIndex },
): Day {
  const first = firstDayOf(month);
  const matching = Array.from({ length: lengthOf(month) }, (_, offset) => first + offset).filter((day) =>
    daysOfWeek.includes(weekdayOf(day)),
  );
  return matching.at(places[index]) ?? first;
}
