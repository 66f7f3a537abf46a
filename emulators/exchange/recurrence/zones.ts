import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import type { Civil } from './civil.ts';
import { DAY_MS } from './civil.ts';

/** A time zone that Exchange knows, by both of its names. */
export interface Zone {
  /** As the client wrote it. */
  name: string;
  /** As ICU knows it. */
  iana: string;
  /** The Windows name; `UTC` for UTC, and the IANA name where Windows has none. */
  windows: string;
}

const { ianaOf, windowsOf } = readCldr();

function readCldr(): { ianaOf: Map<string, string>; windowsOf: Map<string, string> } {
  const iana = new Map<string, string>();
  const windows = new Map<string, string>();
  for (const { mapZone } of windowsZones.supplemental.windowsZones.mapTimezones) {
    const names = mapZone._type.split(' ');
    if (mapZone._territory === '001') iana.set(mapZone._other.toLowerCase(), names[0] ?? mapZone._type);
    for (const name of names) windows.set(name, mapZone._other);
  }
  return { ianaOf: iana, windowsOf: windows };
}

/** Abbreviations that ICU takes for zones and Exchange refuses. */
const ABBREVIATION = /^[A-Z]{3,4}$/;

const known = new Map<string, Zone | undefined>();

/**
 * The zone of a Windows or IANA name, letter case ignored; nothing for another text. `tzone://Microsoft/Utc` is what
 * Exchange itself writes for UTC.
 */
export function zoneNamed(name: string): Zone | undefined {
  if (!known.has(name)) known.set(name, findZone(name));
  return known.get(name);
}

function findZone(name: string): Zone | undefined {
  const lower = name.toLowerCase();
  if (['utc', 'etc/utc', 'etc/gmt', 'tzone://microsoft/utc'].includes(lower)) {
    return { name, iana: 'UTC', windows: 'UTC' };
  }
  const fromWindows = ianaOf.get(lower);
  const iana = canonical(fromWindows ?? (ABBREVIATION.test(name) ? '' : name));
  if (iana === undefined) return undefined;
  return { name, iana, windows: windowsOf.get(iana) ?? iana };
}

function canonical(iana: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: iana }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const STEP = 900_000;

interface Offsets {
  format: Intl.DateTimeFormat;
  byStep: Map<number, number>;
}

const offsets = new Map<string, Offsets>();

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: Zone, instant: number): number {
  let cache = offsets.get(zone.iana);
  if (!cache) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone.iana,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    offsets.set(zone.iana, (cache = { format, byStep: new Map() }));
  }
  const step = Math.floor(instant / STEP);
  let offset = cache.byStep.get(step);
  if (offset === undefined) {
    const parts = Object.fromEntries(
      cache.format.formatToParts(step * STEP).map(({ type, value }) => [type, Number(value)]),
    ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
    const { year, month, day, hour, minute, second } = parts;
    offset = Date.UTC(year, month - 1, day, hour, minute, second) - step * STEP;
    cache.byStep.set(step, offset);
  }
  return offset;
}

/** What the zone's clocks show at an instant. */
export function civilAt(zone: Zone, instant: number): Civil {
  return zone.iana === 'UTC' ? instant : instant + offsetAt(zone, instant);
}

/**
 * The instant at which the zone's clocks show a civil time. A time that the clocks skip is taken by the offset before
 * the change, so that it comes out later by the gap; of a time that they show twice, the first counts.
 */
export function instantOf(zone: Zone, civil: Civil): number {
  if (zone.iana === 'UTC') return civil;
  const before = offsetAt(zone, civil - DAY_MS);
  const after = offsetAt(zone, civil + DAY_MS);
  if (before === after || offsetAt(zone, civil - before) === before) return civil - before;
  return offsetAt(zone, civil - after) === after ? civil - after : civil - before;
}

/** Every zone name of one vocabulary, as `supportedTimeZones` lists them. */
export function zoneNames(vocabulary: 'Windows' | 'Iana'): string[] {
  const { mapTimezones } = windowsZones.supplemental.windowsZones;
  const names =
    vocabulary === 'Windows'
      ? mapTimezones.map(({ mapZone }) => mapZone._other)
      : mapTimezones.flatMap(({ mapZone }) => mapZone._type.split(' '));
  return [...new Set(names)].toSorted();
}
