import { windowsZones } from './windows-zones.ts';

const utcNames = new Set([
  'utc',
  'etc/utc',
  'etc/gmt',
  'gmt',
  'coordinated universal time',
  'tzone://microsoft/utc',
]);

const byWindowsName = new Map(
  Object.entries(windowsZones).map(([windows, iana]) => [windows.toLowerCase(), iana]),
);

const known = new Set<string>();

/**
 * The IANA name of a zone that Exchange names as Windows does or by IANA itself; null for one that nobody knows, such as
 * `tzone://Microsoft/Custom`. The other way round needs no names: Graph takes those of IANA as they are.
 * Source: the event resource type, `originalStartTimeZone`, and dateTimeTimeZone of Microsoft Graph v1.0.
 */
export function ianaZone(name: string | null | undefined): string | null {
  if (!name) return null;
  const lower = name.toLowerCase();
  if (utcNames.has(lower)) return 'UTC';
  const iana = byWindowsName.get(lower) ?? name;
  return isKnown(iana) ? iana : null;
}

function isKnown(iana: string): boolean {
  if (known.has(iana)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: iana });
  } catch {
    return false;
  }
  known.add(iana);
  return true;
}
