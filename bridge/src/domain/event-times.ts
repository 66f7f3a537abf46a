import type { EventTime } from './event.ts';
import { civilOf, offsetAt, textOf } from './zone.ts';

/** A time as Graph has it: the clock of a zone. */
export interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** The times of an event as Graph wants them: always together, each with its zone. */
export interface GraphTimes {
  readonly isAllDay: boolean;
  readonly start: GraphTime;
  readonly end: GraphTime;
}

/** Longer than clocks are ever set back. */
const longestRepeat = 3 * 3_600_000;

/**
 * The times of an event for a write, by the clock of a zone (IANA), so that a series keeps its time of day when the clocks
 * change. An all-day event is from midnight to midnight in it. A second pass through an hour that the clocks repeat is told
 * by its offset from UTC, which Exchange takes into account.
 * Source: "Update event" and dateTimeTimeZone of Microsoft Graph v1.0.
 */
export function eventTimes(time: EventTime, zone: string): GraphTimes {
  const { isAllDay } = time;
  const write = (point: string): GraphTime => ({
    dateTime: isAllDay ? `${point}T00:00:00` : clockText(Date.parse(point), zone),
    timeZone: zone,
  });
  return { isAllDay, start: write(time.start), end: write(time.end) };
}

function clockText(instant: number, zone: string): string {
  const shown = clockAt(instant, zone);
  const offset = offsetAt(instant, zone);
  const setBack = offsetAt(instant - longestRepeat, zone) - offset;
  const isRepeated = setBack > 0 && clockAt(instant - setBack, zone) === shown;
  return isRepeated ? shown + offsetText(offset) : shown;
}

/** Whole seconds, as Graph's own samples have them. */
function clockAt(instant: number, zone: string): string {
  return textOf(civilOf(instant, zone)).slice(0, 19);
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return (offset < 0 ? '-' : '+') + parts.join(':');
}
