/** A date of the calendar without a time and a zone, as `2026-11-28`. */
export type CivilDate = string;

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** The days by their number in ECMAScript; a week of Graph begins with the first unless told otherwise. */
export const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** Which of the days that match in a month. */
export type WeekIndex = 'first' | 'second' | 'third' | 'fourth' | 'last';

/** On which days a series happens: the six types of Graph's `recurrencePattern`, each with what it uses. Months count from 1. */
export type RecurrencePattern =
  | { readonly type: 'daily'; readonly interval: number }
  | {
      readonly type: 'weekly';
      readonly interval: number;
      readonly daysOfWeek: readonly Weekday[];
      readonly firstDayOfWeek: Weekday;
    }
  | { readonly type: 'absoluteMonthly'; readonly interval: number; readonly dayOfMonth: number }
  | {
      readonly type: 'relativeMonthly';
      readonly interval: number;
      readonly daysOfWeek: readonly Weekday[];
      readonly index: WeekIndex;
    }
  | {
      readonly type: 'absoluteYearly';
      readonly interval: number;
      readonly month: number;
      readonly dayOfMonth: number;
    }
  | {
      readonly type: 'relativeYearly';
      readonly interval: number;
      readonly month: number;
      readonly daysOfWeek: readonly Weekday[];
      readonly index: WeekIndex;
    };

/** From when until when: Graph's `recurrenceRange`. `endDate` is the last day that may have an occurrence. */
export type RecurrenceRange =
  | { readonly type: 'endDate'; readonly startDate: CivilDate; readonly endDate: CivilDate }
  | { readonly type: 'noEnd'; readonly startDate: CivilDate }
  | { readonly type: 'numbered'; readonly startDate: CivilDate; readonly numberOfOccurrences: number };

/** When a series happens, in civil days of its zone: Graph's `patternedRecurrence`. */
export interface Recurrence {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
}
