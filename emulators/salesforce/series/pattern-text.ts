import { refuse, type Refusal } from '../refusal.ts';
import { parseDatetime, toStamp } from '../store/stamps.ts';
import type { Civil } from './civil.ts';
import { WEEKDAYS, type Frequency, type Rule, type Weekday } from './occurrences.ts';

/** A Lightning series' pattern: the rule, where it ends, and its text as the service keeps it. */
interface Pattern {
  readonly rule: Rule;
  /** Wire datetime of the last moment at which an occurrence may begin. */
  readonly until?: string;
  readonly count?: number;
  readonly text: string;
}

const ORDER = ['FREQ', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST', 'BYSETPOS', 'INTERVAL', 'UNTIL', 'COUNT'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const MOST_INTERVAL: Readonly<Record<Frequency, number>> = { DAILY: 999, WEEKLY: 99, MONTHLY: 99, YEARLY: 1 };
const NTHS = [-1, 1, 2, 3, 4];

/**
 * Reads a pattern and puts it into the form in which the service keeps it: parts in its order, defaults added, from the
 * civil start where the pattern leaves the day open (Object Reference, "Event", Recurrence2PatternText).
 */
export function readPattern(text: string, start: Civil): Pattern | { readonly refusal: Refusal } {
  const parts = partsOf(text);
  const problem = parts ? problemOf(parts) : 'it is no recurrence rule';
  if (!parts || problem !== undefined) return refused(problem ?? '');
  addDefaults(parts, start);
  const numbers = (name: string) => parts.get(name)?.split(',').map(Number);
  const days = parts.get('BYDAY')?.split(',');
  const nth = days && ordinalOf(days[0]!);
  const [months, monthDays, position] = ['BYMONTH', 'BYMONTHDAY', 'BYSETPOS'].map(numbers);
  const rule: Rule = {
    frequency: parts.get('FREQ') as Frequency,
    interval: Number(parts.get('INTERVAL')),
    weekStart: parts.get('WKST') as Weekday,
    ...(months ? { months } : {}),
    ...(monthDays ? { monthDays } : {}),
    ...(days ? { days: days.map((day) => day.slice(-2) as Weekday) } : {}),
    ...(nth === undefined ? {} : { nth }),
    ...(position ? { position } : {}),
  };
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')];
  return {
    rule,
    ...(until === undefined ? {} : { until: toStamp(untilOf(until)!) }),
    ...(count === undefined ? {} : { count: Number(count) }),
    text: textOf(parts),
  };
}

/** The text of a weekly pattern whose days all move by so many days; other patterns keep theirs. */
export function movedText(text: string, days: number): string {
  if (!text.includes('FREQ=WEEKLY')) return text;
  return text.replace(/BYDAY=([^;]+)/, (_all, list: string) => {
    const moved = list.split(',').map((day) => (WEEKDAYS.indexOf(day as Weekday) + days + 700) % 7);
    return `BYDAY=${moved
      .sort((a, b) => a - b)
      .map((index) => WEEKDAYS[index]!)
      .join(',')}`;
  });
}

function partsOf(text: string): Map<string, string> | undefined {
  const parts = new Map<string, string>();
  for (const part of text
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')
    .filter(Boolean)) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (!ORDER.includes(name) || value === '' || rest.length > 0 || parts.has(name)) return undefined;
    parts.set(name, value);
  }
  return parts;
}

function problemOf(parts: ReadonlyMap<string, string>): string | undefined {
  const frequency = parts.get('FREQ') as Frequency;
  if (!FREQUENCIES.includes(frequency)) return 'FREQ has to be DAILY, WEEKLY, MONTHLY or YEARLY';
  const whole = (name: string, least: number, most: number) =>
    parts
      .get(name)
      ?.split(',')
      .every((one) => /^-?\d+$/.test(one) && +one >= least && +one <= most) ?? true;
  const most = MOST_INTERVAL[frequency];
  if (!whole('INTERVAL', 1, most)) return `INTERVAL has to be between 1 and ${most}`;
  if (!whole('COUNT', 1, 999)) return 'COUNT has to be between 1 and 999';
  if (!whole('BYMONTH', 1, 12)) return 'BYMONTH has to be between 1 and 12';
  if (!whole('BYMONTHDAY', 1, 31)) return 'BYMONTHDAY has to be between 1 and 31';
  if (!whole('BYSETPOS', -1, 4)) return 'BYSETPOS has to be -1 or between 1 and 4';
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'COUNT and UNTIL exclude each other';
  const until = parts.get('UNTIL');
  if (until !== undefined && !untilOf(until)) return 'UNTIL has to be yyyyMMddTHHmmssZ';
  const weekStart = parts.get('WKST');
  if (weekStart !== undefined && !WEEKDAYS.includes(weekStart as Weekday)) return 'WKST has to be a day';
  return daysProblem(frequency, parts.get('BYDAY')?.split(','), parts.has('BYSETPOS'));
}

function daysProblem(
  frequency: Frequency,
  days: readonly string[] | undefined,
  positioned: boolean,
): string | undefined {
  if (!days) return frequency === 'WEEKLY' ? 'WEEKLY needs BYDAY' : undefined;
  if (!days.every((day) => /^-?\d*(SU|MO|TU|WE|TH|FR|SA)$/.test(day))) return 'BYDAY has to name days';
  const ordinals = new Set(days.map(ordinalOf));
  if (ordinals.size > 1) return 'the ordinals of BYDAY have to be equal';
  const [nth] = ordinals;
  if (nth === undefined) return undefined;
  if (frequency === 'WEEKLY') return 'BYDAY of WEEKLY has no ordinals';
  if (positioned) return 'BYDAY has no ordinals beside BYSETPOS';
  return NTHS.includes(nth) ? undefined : 'the ordinal of BYDAY has to be -1 or between 1 and 4';
}

function ordinalOf(day: string): number | undefined {
  return day.length > 2 ? Number(day.slice(0, -2)) : undefined;
}

function untilOf(text: string): Date | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return parseDatetime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function addDefaults(parts: Map<string, string>, start: Civil): void {
  const date = new Date(start);
  const open = !parts.has('BYDAY') && !parts.has('BYMONTHDAY');
  const frequency = parts.get('FREQ');
  if (frequency === 'YEARLY' && !parts.has('BYMONTH')) parts.set('BYMONTH', String(date.getUTCMonth() + 1));
  if (open && (frequency === 'MONTHLY' || frequency === 'YEARLY'))
    parts.set('BYMONTHDAY', String(date.getUTCDate()));
  if (!parts.has('WKST')) parts.set('WKST', 'SU');
  if (!parts.has('INTERVAL')) parts.set('INTERVAL', '1');
}

function textOf(parts: ReadonlyMap<string, string>): string {
  const known = ORDER.filter((name) => parts.has(name));
  return `RRULE:${known.map((name) => `${name}=${parts.get(name)}`).join(';')}`;
}

function refused(problem: string): { readonly refusal: Refusal } {
  const message = `Recurrence Pattern: the pattern is not supported, ${problem}`;
  return { refusal: refuse('FIELD_INTEGRITY_EXCEPTION', message, ['Recurrence2PatternText']) };
}
