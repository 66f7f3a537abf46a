import { Temporal } from 'temporal-polyfill';
import { fromStamp, toStamp } from '../store/stamps.ts';

/** What a clock on the wall shows: the milliseconds since 1970 that the same reading would have in UTC. */
export type Civil = number;

export const DAY_MS = 86_400_000;

/** The civil time of an instant in a zone (IANA). */
export function civilOf(stamp: string, zone: string): Civil {
  const at = fromStamp(stamp).getTime();
  if (zone === 'UTC') return at;
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return at + offsetNanoseconds / 1e6;
}

/** The instant of a civil time in a zone; a time that the clocks skip comes later by the gap. */
export function stampOf(civil: Civil, zone: string): string {
  if (zone === 'UTC') return toStamp(new Date(civil));
  const local = Temporal.PlainDateTime.from(new Date(civil).toISOString().slice(0, 19));
  return toStamp(new Date(local.toZonedDateTime(zone).epochMilliseconds));
}

/** Whether the zone is known. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
