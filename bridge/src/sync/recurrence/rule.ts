import type { RecurrencePattern, Weekday, WeekIndex } from '../../domain/recurrence.ts';
import { weekdays } from '../../domain/recurrence.ts';

/** The parts of a recurrence rule of RFC 5545 (§3.3.10) by name, without COUNT and UNTIL. */
export type RuleParts = Readonly<Record<string, string>>;

const codes: Readonly<Record<Weekday, string>> = {
  sunday: 'SU',
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
};

const positions: Readonly<Record<WeekIndex, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/**
 * The rule of a pattern. WKST is always written with weeks, since Graph's begin on Sunday and RFC 5545's on Monday. A day of the
 * month that some months lack is written as the last of those up to it, because RFC 5545 skips such months and Exchange does not.
 */
export function partsOf(pattern: RecurrencePattern): RuleParts {
  const every = (freq: string, parts: RuleParts): RuleParts => ({
    FREQ: freq,
    ...(pattern.interval === 1 ? {} : { INTERVAL: String(pattern.interval) }),
    ...parts,
  });
  switch (pattern.type) {
    case 'daily':
      return every('DAILY', {});
    case 'weekly':
      return every('WEEKLY', { BYDAY: dayList(pattern.daysOfWeek), WKST: codes[pattern.firstDayOfWeek] });
    case 'absoluteMonthly':
      return every('MONTHLY', dayOfMonth(pattern.dayOfMonth, 28, 31));
    case 'relativeMonthly':
      return every('MONTHLY', ordinal(pattern));
    case 'absoluteYearly': {
      const { month } = pattern;
      const [shortest, longest] = month === 2 ? [28, 29] : [lengthOf(month), lengthOf(month)];
      return every('YEARLY', {
        BYMONTH: String(month),
        ...dayOfMonth(pattern.dayOfMonth, shortest, longest),
      });
    }
    case 'relativeYearly':
      return every('YEARLY', { BYMONTH: String(pattern.month), ...ordinal(pattern) });
  }
}

/** The pattern of a rule; null when Graph's six types cannot say it. `firstDate` gives the days that the rule leaves out. */
export function patternOf(
  parts: RuleParts,
  firstDate: { readonly weekday: Weekday; readonly dayOfMonth: number; readonly month: number },
): RecurrencePattern | null {
  const { FREQ, INTERVAL = '1', BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST = 'MO', ...others } = parts;
  const interval = Number(INTERVAL);
  const firstDayOfWeek = weekdayOf(WKST);
  if (Object.keys(others).length > 0 || !(interval >= 1) || firstDayOfWeek === null) return null;
  const byDay = BYDAY === undefined ? null : ordinalDays(BYDAY, BYSETPOS);
  if (BYDAY !== undefined && byDay === null) return null;
  switch (FREQ) {
    case 'DAILY':
      if (BYMONTHDAY ?? BYMONTH ?? BYSETPOS) return null;
      if (byDay === null) return { type: 'daily', interval };
      return interval === 1 && byDay.index === null
        ? { type: 'weekly', interval, daysOfWeek: byDay.daysOfWeek, firstDayOfWeek }
        : null;
    case 'WEEKLY':
      if (BYMONTHDAY ?? BYMONTH ?? BYSETPOS ?? byDay?.index) return null;
      return {
        type: 'weekly',
        interval,
        daysOfWeek: byDay?.daysOfWeek ?? [firstDate.weekday],
        firstDayOfWeek,
      };
    case 'MONTHLY': {
      if (BYMONTH !== undefined) return null;
      if (byDay !== null)
        return byDay.index === null || BYMONTHDAY !== undefined
          ? null
          : { type: 'relativeMonthly', interval, daysOfWeek: byDay.daysOfWeek, index: byDay.index };
      const day = monthDay(BYMONTHDAY ?? String(firstDate.dayOfMonth), BYSETPOS, 28);
      return day === null ? null : { type: 'absoluteMonthly', interval, dayOfMonth: day };
    }
    case 'YEARLY': {
      const month = Number(BYMONTH ?? firstDate.month);
      if (!(month >= 1 && month <= 12)) return null;
      if (byDay !== null)
        return byDay.index === null || BYMONTHDAY !== undefined || BYMONTH === undefined
          ? null
          : { type: 'relativeYearly', interval, month, daysOfWeek: byDay.daysOfWeek, index: byDay.index };
      const day = monthDay(
        BYMONTHDAY ?? String(firstDate.dayOfMonth),
        BYSETPOS,
        month === 2 ? 28 : lengthOf(month),
      );
      return day === null ? null : { type: 'absoluteYearly', interval, month, dayOfMonth: day };
    }
    default:
      return null;
  }
}

/** Of a month in a year without a leap day. */
function lengthOf(month: number): number {
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}

/** `always`: the last day that every such month has; `longest`: of the longest. */
function dayOfMonth(day: number, always: number, longest: number): RuleParts {
  const wanted = Math.min(day, longest);
  if (wanted <= always) return { BYMONTHDAY: String(wanted) };
  const days = Array.from({ length: wanted - always + 1 }, (_, index) => always + index);
  return { BYMONTHDAY: days.join(','), BYSETPOS: '-1' };
}

/** The day that a rule names in every month; null when it skips months or names several days. */
function monthDay(list: string, position: string | undefined, always: number): number | null {
  const days = list.split(',').map(Number);
  const last = days.at(-1) ?? NaN;
  if (days.length === 1) {
    if (last === -1 && position === undefined) return 31;
    return last >= 1 && last <= always && (position ?? '1') === '1' ? last : null;
  }
  const reaches = days.every((day, index) => day === always + index) && last <= 31;
  return position === '-1' && reaches ? last : null;
}

function ordinal({
  daysOfWeek,
  index,
}: {
  readonly daysOfWeek: readonly Weekday[];
  readonly index: WeekIndex;
}): RuleParts {
  const position = String(positions[index]);
  const [only] = daysOfWeek;
  if (only !== undefined && daysOfWeek.length === 1) return { BYDAY: `${position}${codes[only]}` };
  return { BYDAY: dayList(daysOfWeek), BYSETPOS: position };
}

function dayList(days: readonly Weekday[]): string {
  return weekdays
    .filter((day) => days.includes(day))
    .map((day) => codes[day])
    .join(',');
}

/** The days of BYDAY with the ordinal that they or BYSETPOS name; null when Graph has no such ordinal. */
function ordinalDays(
  list: string,
  position: string | undefined,
): { readonly daysOfWeek: readonly Weekday[]; readonly index: WeekIndex | null } | null {
  const days: Weekday[] = [];
  const ordinals = new Set<string>();
  for (const entry of list.split(',')) {
    const [, ordinalText = '', code = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(entry) ?? [];
    const day = weekdayOf(code);
    if (day === null) return null;
    days.push(day);
    ordinals.add(ordinalText);
  }
  const [own = ''] = ordinals;
  if (ordinals.size > 1 || (own !== '' && (days.length > 1 || position !== undefined))) return null;
  const wanted = position ?? own;
  if (wanted === '') return { daysOfWeek: days, index: null };
  const index = (Object.keys(positions) as WeekIndex[]).find((name) => positions[name] === Number(wanted));
  return index === undefined ? null : { daysOfWeek: days, index };
}

function weekdayOf(code: string): Weekday | null {
  return weekdays.find((day) => codes[day] === code) ?? null;
}
