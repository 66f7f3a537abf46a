import { civilDate, dateText, DAY_MS, dayOf } from '../recurrence/civil.ts';
import { expandedDays } from '../recurrence/expansions.ts';
import type { Recurrence } from '../recurrence/pattern.ts';
import type { Quirks } from '../settings.ts';
import type { EventRecord, ExceptionRecord } from './calendar.ts';
import { timeIn } from './event-times.ts';
import type { EventTime, EventValues } from './event-values.ts';

/** One occurrence of a series, plain or changed. */
export interface Instance {
  /** Original date, in the series' zone. */
  date: string;
  start: EventTime;
  end: EventTime;
  exception: ExceptionRecord | undefined;
}

export interface Window {
  from: number;
  until: number;
}

/** Whether something from `start` to `end` touches the window; its end does not belong to it. */
export function touches(window: Window, start: EventTime, end: EventTime): boolean {
  if (start.instant >= window.until) return false;
  return end.instant > window.from || start.instant >= window.from;
}

/** The occurrences and exceptions of a series that touch a window, in the order of their original dates. */
export function instancesIn(record: EventRecord, window: Window, quirks: Quirks): Instance[] {
  if (!record.recurrence) return [];
  const { start, end } = record.values;
  const from = dayOf(window.from - (end.civil - start.civil)) - 2 * DAY_MS;
  const dates = new Set(
    daysOf(record.recurrence, from, dayOf(window.until) + 2 * DAY_MS, quirks).map(dateText),
  );
  for (const date of record.exceptions.keys()) dates.add(date);
  return [...dates]
    .toSorted()
    .filter((date) => !record.cancelled.has(date))
    .map((date) => placed(record, date))
    .filter((instance) => touches(window, instance.start, instance.end));
}

/** An event, or an instance of a series, in a list. */
export interface Listed {
  record: EventRecord;
  instance?: Instance | undefined;
}

/** What a calendar shows of an event in a window: itself, or its occurrences and exceptions. */
export function listedIn(record: EventRecord, window: Window, quirks: Quirks): Listed[] {
  if (record.recurrence) {
    return instancesIn(record, window, quirks).map((instance) => ({ record, instance }));
  }
  return touches(window, record.values.start, record.values.end) ? [{ record }] : [];
}

/** The occurrence of an original date; nothing when the rule has none there or it is cancelled. */
export function instanceOn(record: EventRecord, date: string, quirks: Quirks): Instance | undefined {
  if (!record.recurrence || record.cancelled.has(date)) return undefined;
  return isDayOf(record.recurrence, date, quirks) ? placed(record, date) : undefined;
}

/** Whether the rule has an occurrence on that date. */
export function isDayOf(recurrence: Recurrence, date: string, quirks: Quirks): boolean {
  const day = civilDate(date);
  return day !== undefined && daysOf(recurrence, day, day, quirks).length > 0;
}

/** Where the rule puts the occurrence of a date. */
export function originalTimes(record: EventRecord, date: string): { start: EventTime; end: EventTime } {
  const { start, end } = record.values;
  const civil = (civilDate(date) ?? 0) + (start.civil - dayOf(start.civil));
  return { start: timeIn(start.zone, civil), end: timeIn(start.zone, civil + (end.civil - start.civil)) };
}

function placed(record: EventRecord, date: string): Instance {
  const exception = record.exceptions.get(date);
  const times = originalTimes(record, date);
  return {
    date,
    start: exception?.values.start ?? times.start,
    end: exception?.values.end ?? times.end,
    exception,
  };
}

/** What an instance holds: its own where it has something of its own, else the series'. */
export function valuesOf(record: EventRecord, { exception, start, end }: Instance): EventValues {
  return { ...record.values, ...exception?.values, start, end };
}

/** Whether another occurrence lies between an instance's place by the rule and a new place for it. */
export function crossesNeighbour(
  record: EventRecord,
  instance: Instance,
  moved: { start: EventTime; end: EventTime },
  quirks: Quirks,
): boolean {
  const original = originalTimes(record, instance.date);
  const span = {
    from: Math.min(original.start.instant, moved.start.instant),
    // One that lasts no time at all takes its place, too.
    until: Math.max(original.end.instant, moved.end.instant, moved.start.instant + 1),
  };
  return instancesIn(record, span, quirks).some(({ date }) => date !== instance.date);
}

function daysOf(recurrence: Recurrence, from: number, until: number, quirks: Quirks): number[] {
  return expandedDays(recurrence, from, until, { severalDays: quirks.relativeSeveralDays });
}
