import { refuse } from '../errors.ts';
import { civilDateTime, DAY_MS } from '../recurrence/civil.ts';
import { civilAt, instantOf, zoneNamed } from '../recurrence/zones.ts';
import type { Zone } from '../recurrence/zones.ts';
import type { EventTime } from './event-values.ts';
import { refuseEvent } from './refusals.ts';

/** The zone of that name; 400 when Exchange knows none. */
export function knownZone(name: unknown): Zone {
  const zone = typeof name === 'string' ? zoneNamed(name) : undefined;
  if (!zone) throw refuseEvent.timeZone(typeof name === 'string' ? name : '');
  return zone;
}

/** A wall clock time in a zone. */
export function timeIn(zone: Zone, civil: number): EventTime {
  return { civil, zone, instant: instantOf(zone, civil) };
}

/** Reads Graph's `dateTimeTimeZone`. An offset inside `dateTime` decides over the zone, which then only names it. */
export function readTime(property: string, value: unknown): EventTime {
  const { dateTime, timeZone } = (value ?? {}) as { dateTime?: unknown; timeZone?: unknown };
  const zone = knownZone(timeZone);
  const read = typeof dateTime === 'string' ? civilDateTime(dateTime) : undefined;
  if (!read) throw refuse.bodyValue(property, 'microsoft.graph.dateTimeTimeZone');
  if (read.offsetMs === undefined) return timeIn(zone, read.civil);
  const instant = read.civil - read.offsetMs;
  return { civil: civilAt(zone, instant), zone, instant };
}

/** Checks start against end: 400 for an end before the start, or for an all-day event that is not whole days. */
export function checkTimes(start: EventTime, end: EventTime, isAllDay: boolean): void {
  if (isAllDay) {
    if (start.civil % DAY_MS !== 0) throw refuseEvent.allDay('Start');
    if (end.civil % DAY_MS !== 0) throw refuseEvent.allDay('End');
    if (start.zone.iana !== end.zone.iana) throw refuseEvent.validation();
    if (end.civil === start.civil) throw refuseEvent.allDayLength();
  }
  if (end.instant < start.instant) throw refuseEvent.validation();
}
