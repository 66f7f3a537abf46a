import type { EventTime } from '../../domain/event.ts';
import type { GraphTime } from '../../domain/event-times.ts';
import { ianaZone } from './zone-names.ts';

/** The time of an event that was asked for in UTC; null when it cannot be read. All-day ones are dates whatever zone they name. */
export function readTime(isAllDay: boolean, start: GraphTime, end: GraphTime): EventTime | null {
  const read = isAllDay ? dateOf : instantOf;
  const [from, until] = [read(start), read(end)];
  return from === null || until === null ? null : { isAllDay, start: from, end: until };
}

function dateOf({ dateTime }: GraphTime): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(dateTime)?.[0] ?? null;
}

function instantOf({ dateTime, timeZone }: GraphTime): string | null {
  if (ianaZone(timeZone) !== 'UTC') return null;
  const instant = Date.parse(dateTime.endsWith('Z') ? dateTime : `${dateTime}Z`);
  return Number.isFinite(instant) ? new Date(instant).toISOString() : null;
}
