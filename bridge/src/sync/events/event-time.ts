import type { EventTime } from '../../domain/event.ts';
import type { Value } from '../../domain/item.ts';

const minuteMs = 60_000;

/** The longest event that Salesforce holds, in minutes (Object Reference, "Event"). */
const longestMinutes = 14 * 24 * 60;

/**
 * When an event happens as one value, so that start, end and all-day are compared and merged together: `start/end`, instants by
 * the minute, or dates of an all-day event. Salesforce knows whole minutes only, and a length.
 */
export function timeValue(time: EventTime): string {
  if (time.isAllDay) return `${time.start}/${time.end}`;
  const start = wholeMinute(time.start);
  const minutes = Math.floor((Date.parse(time.end) - start) / minuteMs);
  return `${new Date(start).toISOString()}/${new Date(start + minutes * minuteMs).toISOString()}`;
}

/** The time that such a value says; null for what is none. */
export function timeOf(value: Value): EventTime | null {
  const [start, end] = value?.split('/') ?? [];
  if (start === undefined || end === undefined) return null;
  return { isAllDay: !start.includes('T'), start, end };
}

/** How long an event is, in minutes; negative when it ends before it starts. */
export function minutesOf({ start, end }: EventTime): number {
  return (Date.parse(end) - Date.parse(start)) / minuteMs;
}

/** Why Salesforce cannot hold an event that is then; null where it can. */
export function unholdable(time: EventTime): 'TDM-E-ENDS-BEFORE' | 'TDM-E-TOO-LONG' | null {
  const minutes = minutesOf(time);
  if (minutes < 0) return 'TDM-E-ENDS-BEFORE';
  return minutes > longestMinutes ? 'TDM-E-TOO-LONG' : null;
}

/** Whether an event lies in the past at this instant. An all-day event ends with its last day in every zone. */
export function isOver({ isAllDay, end }: EventTime, now: number): boolean {
  const latest = isAllDay ? Date.parse(`${end}T12:00:00Z`) : Date.parse(end);
  return latest <= now;
}

function wholeMinute(iso: string): number {
  return Math.floor(Date.parse(iso) / minuteMs) * minuteMs;
}
