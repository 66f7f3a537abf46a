import type { CivilDate, Recurrence } from '../../domain/recurrence.ts';
import { dayOf, monthOf, weekdayOf } from './day.ts';
import type { RuleParts } from './rule.ts';
import { partsOf, patternOf } from './rule.ts';
import { civilOf, instantOf, textOf } from '../../domain/zone.ts';

/** When the occurrences of a series begin, in its zone: milliseconds since midnight by the clock, and an IANA name. */
export interface StartOfDay {
  readonly timeMs: number;
  readonly zone: string;
}

/** The value of an RRULE, as RFC 5545 §3.3.10 writes it; UNTIL is the start of the last day's occurrence in UTC. */
export function ruleText({ pattern, range }: Recurrence, start: StartOfDay): string {
  const end: RuleParts =
    range.type === 'noEnd'
      ? {}
      : range.type === 'numbered'
        ? { COUNT: String(range.numberOfOccurrences) }
        : { UNTIL: utcText(instantOf(Date.parse(`${range.endDate}T00:00Z`) + start.timeMs, start.zone)) };
  return Object.entries({ ...partsOf(pattern), ...end })
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/**
 * The recurrence that an RRULE means for a series that begins on this date at this time; null when Graph cannot say the same,
 * so that such a series is never made into something else.
 */
export function recurrenceOf(text: string, startDate: CivilDate, start: StartOfDay): Recurrence | null {
  const { COUNT, UNTIL, ...parts } = partsIn(text);
  const day = dayOf(startDate);
  const pattern = patternOf(parts, {
    weekday: weekdayOf(day),
    dayOfMonth: Number(startDate.slice(8)),
    month: (monthOf(day) % 12) + 1,
  });
  if (pattern === null) return null;
  if (UNTIL !== undefined) {
    const endDate = endDateOf(UNTIL, start);
    return endDate === null ? null : { pattern, range: { type: 'endDate', startDate, endDate } };
  }
  if (COUNT === undefined) return { pattern, range: { type: 'noEnd', startDate } };
  const numberOfOccurrences = Number(COUNT);
  return numberOfOccurrences >= 1
    ? { pattern, range: { type: 'numbered', startDate, numberOfOccurrences } }
    : null;
}

function partsIn(text: string): Readonly<Record<string, string>> {
  const parts = text.replace(/^RRULE:/i, '').split(';');
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', value = ''] = part.toUpperCase().split('=');
      return [name, value];
    }),
  );
}

/** The last date that can have an occurrence: the day of UNTIL in the zone, or the one before when its occurrence begins later. */
function endDateOf(until: string, { timeMs, zone }: StartOfDay): CivilDate | null {
  const [, year, month, date, time, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z)?)?$/.exec(until) ?? [];
  if (year === undefined) return null;
  const day = `${year}-${month}-${date}`;
  if (time === undefined) return day;
  const instant = Date.parse(`${day}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`);
  const civil = utc === undefined ? instant : civilOf(instant, zone);
  const midnight = Date.parse(`${textOf(civil).slice(0, 10)}T00:00Z`);
  return textOf(civil - midnight >= timeMs ? midnight : midnight - 86_400_000).slice(0, 10);
}

function utcText(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}
