import type { Recurrence } from './event.ts';

export const weekDays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const places = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** How often an event repeats, as the form asks for it; `other` is a rule that the form does not offer and keeps. */
export interface Repeat {
  readonly every: 'never' | 'day' | 'week' | 'month' | 'monthDay' | 'year' | 'other';
  readonly interval: number;
  /** Of a weekly one. */
  readonly days: readonly string[];
  readonly ends: 'never' | 'on' | 'after';
  readonly until: string;
  readonly times: number;
}

const units = { day: 'day', week: 'week', month: 'month', monthDay: 'month', year: 'year' } as const;
const kinds = {
  daily: 'day',
  weekly: 'week',
  absoluteMonthly: 'month',
  relativeMonthly: 'monthDay',
  absoluteYearly: 'year',
} as const;

/** What the form shows of a series, or of an event that does not repeat and would from `start` on. */
export function repeatOf(recurrence: Recurrence | null | undefined, start: string): Repeat {
  const days = [dayName(start)];
  if (!recurrence) return { every: 'never', interval: 1, days, ends: 'never', until: '', times: 10 };
  const { pattern, range } = recurrence;
  return {
    every: kinds[pattern.type as keyof typeof kinds] ?? 'other',
    interval: pattern.interval,
    days: pattern.type === 'weekly' ? pattern.daysOfWeek : days,
    ends: range.type === 'endDate' ? 'on' : range.type === 'numbered' ? 'after' : 'never',
    until: range.type === 'endDate' ? range.endDate : '',
    times: range.numberOfOccurrences || 10,
  };
}

/** Graph's recurrence for what the form says of an event that starts on this day; null when it does not repeat. */
export function recurrenceOf(repeat: Repeat, start: string, before?: Recurrence | null): object | null {
  if (repeat.every === 'never') return null;
  const range = {
    startDate: start.slice(0, 10),
    ...(repeat.ends === 'never' && { type: 'noEnd' }),
    ...(repeat.ends === 'on' && { type: 'endDate', endDate: repeat.until }),
    ...(repeat.ends === 'after' && { type: 'numbered', numberOfOccurrences: repeat.times }),
  };
  return { pattern: { interval: repeat.interval, ...patternOf(repeat, start, before) }, range };
}

function patternOf({ every, days }: Repeat, start: string, before?: Recurrence | null): object {
  const day = Number(start.slice(8, 10));
  switch (every) {
    case 'week':
      return { type: 'weekly', daysOfWeek: days, firstDayOfWeek: 'monday' };
    case 'month':
      return { type: 'absoluteMonthly', dayOfMonth: day };
    case 'monthDay':
      return { type: 'relativeMonthly', index: placeOf(start), daysOfWeek: [dayName(start)] };
    case 'year':
      return { type: 'absoluteYearly', dayOfMonth: day, month: Number(start.slice(5, 7)) };
    case 'other':
      return before?.pattern ?? {};
    default:
      return { type: 'daily' };
  }
}

/** `monday` of a date. */
export function dayName(start: string): string {
  return weekDays[(new Date(`${start.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7] as string;
}

/** Which of its weekday in the month a date is; the fifth counts as the last. */
export function placeOf(start: string): string {
  return places[Math.ceil(Number(start.slice(8, 10)) / 7) - 1] as string;
}

/** A rule in words, such as `Every 2 weeks on Mon, Wed, 10 times`. */
export function repeatText(recurrence: Recurrence): string {
  const { every, interval, days, ends, until, times } = repeatOf(recurrence, recurrence.range.startDate);
  const unit = every === 'never' || every === 'other' ? 'time' : units[every];
  const often = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  const on = every === 'week' ? ` on ${days.map(shortDay).join(', ')}` : '';
  const which =
    every === 'monthDay'
      ? ` on the ${recurrence.pattern.index} ${recurrence.pattern.daysOfWeek.map(shortDay).join(', ')}`
      : '';
  const end = ends === 'on' ? `, until ${until}` : ends === 'after' ? `, ${times} times` : '';
  return `${often}${on}${which}${end}`;
}

export const shortDay = (day: string) => day.slice(0, 1).toUpperCase() + day.slice(1, 3);
