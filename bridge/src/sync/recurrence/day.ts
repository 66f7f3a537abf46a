import type { CivilDate, Weekday } from '../../domain/recurrence.ts';
import { weekdays } from '../../domain/recurrence.ts';

/** A civil date as the number of days since 1970-01-01, so that dates can be counted with. */
export type Day = number;

const dayMs = 86_400_000;

/** The number of a date `YYYY-MM-DD`. */
export function dayOf(date: CivilDate): Day {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The date `YYYY-MM-DD` of a number. */
export function dateOf(day: Day): CivilDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
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
