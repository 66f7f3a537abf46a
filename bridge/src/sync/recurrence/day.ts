import type { CivilDate, Weekday } from '../../domain/recurrence.ts';
import { weekdays } from '../../domain/recurrence.ts';

/** A civil date as the number of days since 1970-01-01, so that dates can be counted with. */
export type Day = number;

const dayMs = 86_400_000;

/** Writing a date takes longer than working it out, and thousands of series share the days of a window. */
const written = new Map<Day, CivilDate>();
const read = new Map<CivilDate, Day>();

/** The number of a date `YYYY-MM-DD`. */
export function dayOf(date: CivilDate): Day {
  const known = read.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  read.set(date, day);
  return day;
}

/** The date `YYYY-MM-DD` of a number. */
export function dateOf(day: Day): CivilDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  written.set(day, date);
  return date;
}

const clocks = new Map<number, string>();

/** An instant in milliseconds as an ISO text in UTC. */
export function isoText(instant: number): string {
  const day = Math.floor(instant / dayMs);
  const clock = instant - day * dayMs;
  let text = clocks.get(clock);
  if (text === undefined) clocks.set(clock, (text = new Date(clock).toISOString().slice(10)));
  return dateOf(day) + text;
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[(((day + 4) % 7) + 7) % 7] as Weekday;
}

/** A month as the number of months since the year 0, so that months can be counted with. */
export type Month = number;

export function monthOf(day: Day): Month {
  const date = new Date(day * dayMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function firstDayOf(month: Month): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs;
}

export function lengthOf(month: Month): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}
