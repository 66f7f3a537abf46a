import type { EventTime } from '../../domain/event.ts';
import type { Values } from '../../domain/item.ts';
import { minutesOf, timeOf } from './event-time.ts';

/** Field values of a Salesforce event by API name, as a write sends them. */
export type EventRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The fields of a Salesforce event that carry these changes; `time` is when the event happens after them. All-day events are
 * floating dates at midnight UTC, and a length of 1,440 minutes a day says how long without the question whether the end
 * counts (Object Reference, "Event"). A reminder stands as an instant, so it is written anew with the time.
 */
export function recordWrite(changes: Values, after: Values, time: EventTime): EventRow {
  const { StartDateTime, ReminderDateTime, IsPrivate, ...texts } = changes;
  const moved = timeOf(StartDateTime ?? null);
  return {
    ...texts,
    ...(IsPrivate === undefined ? {} : { IsPrivate: IsPrivate === 'true' }),
    ...(moved === null ? {} : timeFields(moved)),
    ...(moved === null && ReminderDateTime === undefined
      ? {}
      : reminderFields(after.ReminderDateTime ?? null, time)),
  };
}

function timeFields(time: EventTime): EventRow {
  return {
    IsAllDayEvent: time.isAllDay,
    StartDateTime: startOf(time),
    DurationInMinutes: minutesOf(time),
  };
}

function reminderFields(minutes: string | null, time: EventTime): EventRow {
  if (minutes === null) return { IsReminderSet: false, ReminderDateTime: null };
  const at = Date.parse(startOf(time)) - Number(minutes) * 60_000;
  return { IsReminderSet: true, ReminderDateTime: new Date(at).toISOString() };
}

function startOf({ isAllDay, start }: EventTime): string {
  return isAllDay ? `${start}T00:00:00.000Z` : start;
}
