import { dateWord } from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { labels } from './day-labels';

/** Spans that move with the calendar, as conditions write them. */
const SPANS: Readonly<Record<string, string>> = {
  TODAY: labels.today,
  YESTERDAY: labels.yesterday,
  TOMORROW: labels.tomorrow,
  THIS_WEEK: labels.thisWeek,
  LAST_WEEK: labels.lastWeek,
  NEXT_WEEK: labels.nextWeek,
  THIS_MONTH: labels.thisMonth,
  LAST_MONTH: labels.lastMonth,
  NEXT_MONTH: labels.nextMonth,
  THIS_QUARTER: labels.thisQuarter,
  LAST_QUARTER: labels.lastQuarter,
  NEXT_QUARTER: labels.nextQuarter,
  THIS_YEAR: labels.thisYear,
  LAST_YEAR: labels.lastYear,
  NEXT_YEAR: labels.nextYear,
};

/** Those that are counted, as `LAST_N_DAYS:30`. */
const COUNTED: Readonly<Record<string, string>> = {
  LAST_N_DAYS: labels.lastNDays,
  NEXT_N_DAYS: labels.nextNDays,
  LAST_N_MONTHS: labels.lastNMonths,
  NEXT_N_MONTHS: labels.nextNMonths,
};

/** The choice of a certain day, whose value is the day itself. */
export const ON_DAY = 'DAY';

/** The parts in which the days of a condition are edited. */
export interface Days {
  readonly span: string;
  readonly day: string;
  readonly count: string;
  readonly isDay: boolean;
  readonly isCounted: boolean;
}

/** Takes the value of a condition apart. */
export function daysOf(value: string): Days {
  const [name = '', count = ''] = value.toUpperCase().split(':');
  const isCounted = Object.hasOwn(COUNTED, name);
  const isSpan = isCounted || dateWord(value) !== null;
  const span = isSpan ? (isCounted ? name : value.toUpperCase()) : ON_DAY;
  return { span, day: isSpan ? '' : value, count: isCounted ? count : '', isDay: !isSpan, isCounted };
}

/** The value of a condition for another span; a count is kept. */
export function withSpan(value: string, span: string): string {
  if (span === ON_DAY) return daysOf(value).day;
  return Object.hasOwn(COUNTED, span) ? `${span}:${daysOf(value).count || '30'}` : span;
}

/** The choices, and the span that is chosen though it is none of them. */
export function spanOptions(value: string): readonly { readonly value: string; readonly label: string }[] {
  const options = [
    { value: ON_DAY, label: labels.onDay },
    ...Object.entries(SPANS).map(([name, label]) => ({ value: name, label })),
    ...Object.entries(COUNTED).map(([name, label]) => ({ value: name, label: fill(label, '…') })),
  ];
  const { span } = daysOf(value);
  return options.some((option) => option.value === span)
    ? options
    : [...options, { value: span, label: span }];
}

/** The days in words. */
export function dayWords(value: string): string {
  const { span, count, isCounted } = daysOf(value);
  return isCounted ? fill(COUNTED[span] ?? span, count) : (SPANS[span] ?? value);
}
