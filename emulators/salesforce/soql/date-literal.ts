/** A span of days, from its first day up to and without `before`; days are `YYYY-MM-DD`. */
interface Days {
  readonly from: string;
  readonly before: string;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const DAY = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** First day of the period `shift` units away from the one that holds the day; weeks start on Sunday. */
function startOf(today: string, unit: Unit, shift: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (unit) {
    case 'DAY':
      return dayOf(date.getTime() + shift * DAY);
    case 'WEEK':
      return dayOf(date.getTime() + (shift * 7 - date.getUTCDay()) * DAY);
    case 'MONTH':
      return dayOf(Date.UTC(year, month + shift, 1));
    case 'QUARTER':
      return dayOf(Date.UTC(year, (Math.floor(month / 3) + shift) * 3, 1));
    case 'YEAR':
      return dayOf(Date.UTC(year + shift, 0, 1));
  }
}

/**
 * The days that a date literal such as `TODAY` or `LAST_N_WEEKS:2` means (SOQL reference, "Date Formats and Date
 * Literals"); undefined when there is no such literal. The fiscal year is the calendar year.
 */
export function daysOfLiteral(literal: string, today: string): Days | undefined {
  const [rawName, count] = literal.toUpperCase().split(':') as [string, string?];
  const name = rawName.replace('FISCAL_', '');
  const span = (unit: Unit, from: number, before: number): Days => ({
    from: startOf(today, unit, from),
    before: startOf(today, unit, before),
  });
  const n = Number(count ?? 0);
  const counted = /^(LAST_N|NEXT_N|N)_(DAY|WEEK|MONTH|QUARTER|YEAR)S(_AGO)?$/.exec(name);
  if (counted) {
    const unit = counted[2] as Unit;
    if (counted[3]) return span(unit, -n, 1 - n);
    if (counted[1] === 'NEXT_N') return span(unit, 1, n + 1);
    return unit === 'DAY' ? span(unit, -n, 1) : span(unit, -n, 0);
  }
  const near = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (near) {
    const shift = { LAST: -1, THIS: 0, NEXT: 1 }[near[1] as 'LAST'];
    return span(near[2] as Unit, shift, shift + 1);
  }
  switch (name) {
    case 'YESTERDAY':
      return span('DAY', -1, 0);
    case 'TODAY':
      return span('DAY', 0, 1);
    case 'TOMORROW':
      return span('DAY', 1, 2);
    case 'LAST_90_DAYS':
      return span('DAY', -90, 1);
    case 'NEXT_90_DAYS':
      return span('DAY', 1, 91);
    default:
      return undefined;
  }
}

/** Today in a time zone; UTC when the zone is not known. */
export function todayIn(zone: string, now: Date): string {
  return dayOf(now.getTime() + offsetAt(zone, now.getTime()));
}

/** The instant at which a day starts in a time zone. */
export function midnightIn(zone: string, day: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`);
  const guess = wall - offsetAt(zone, wall);
  return new Date(wall - offsetAt(zone, guess));
}

function offsetAt(zone: string, time: number): number {
  try {
    const parts = formatOf(zone).formatToParts(time);
    const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const match = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
    if (!match) return 0;
    const minutes = Number(match[2]) * 60 + Number(match[3]);
    return (match[1] === '-' ? -minutes : minutes) * 60_000;
  } catch {
    return 0;
  }
}

/** To make one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}
