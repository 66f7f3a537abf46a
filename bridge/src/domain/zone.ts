/** A time by the clock of some zone, as if it were UTC, in milliseconds. */
export type CivilTime = number;

/** Zones change their offset at whole quarters of an hour at the earliest. */
const stepMs = 900_000;

interface Offsets {
  readonly format: Intl.DateTimeFormat;
  readonly known: Map<number, number>;
}

const zones = new Map<string, Offsets>();

/** How far the clock of a zone is ahead of UTC at an instant, in milliseconds. Throws RangeError for a zone that nobody knows. */
export function offsetAt(instant: number, zone: string): number {
  const { format, known } = offsetsOf(zone);
  const step = Math.floor(instant / stepMs);
  const before = known.get(step);
  if (before !== undefined) return before;
  const shown = Object.fromEntries(
    format.formatToParts(step * stepMs).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - step * stepMs;
  known.set(step, offset);
  return offset;
}

/** What the clock of the zone shows at an instant. */
export function civilOf(instant: number, zone: string): CivilTime {
  return instant + offsetAt(instant, zone);
}

/**
 * The instant at which the clock shows this time. A time that is left out in spring is read with the offset from before, and
 * one that comes twice in autumn is the first of both, as Exchange does it and Temporal's "compatible".
 */
export function instantOf(civil: CivilTime, zone: string): number {
  const dayMs = 86_400_000;
  const before = offsetAt(civil - dayMs, zone);
  const after = offsetAt(civil + dayMs, zone);
  if (offsetAt(civil - before, zone) === before) return civil - before;
  return offsetAt(civil - after, zone) === after ? civil - after : civil - before;
}

/** A civil time as `2026-11-28T09:00:00.000`. */
export function textOf(civil: CivilTime): string {
  return new Date(civil).toISOString().slice(0, -1);
}

function offsetsOf(zone: string): Offsets {
  const known = zones.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = { format, known: new Map<number, number>() };
  zones.set(zone, offsets);
  return offsets;
}
