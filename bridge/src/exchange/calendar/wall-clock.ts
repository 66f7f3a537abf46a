const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a zone shows at an instant, as `2026-11-28T09:00:00`. Throws RangeError for a zone that nobody knows. */
export function wallClock(instant: number, zone: string): string {
  // Swedish writes dates and times as ISO 8601 does.
  return formatOf(zone).format(instant).replace(' ', 'T');
}

/** How far the clock of the zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${wallClock(whole, zone)}Z`) - whole;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(zone, format);
  return format;
}
