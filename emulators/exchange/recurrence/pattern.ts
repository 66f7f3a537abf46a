/** Graph's `patternedRecurrence` (learn.microsoft.com "recurrencePattern", "recurrenceRange"), checked. */
export interface Recurrence {
  pattern: Pattern;
  range: Range;
}

export const PATTERN_TYPES = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
] as const;

export const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export const WEEK_INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;

export type DayOfWeek = (typeof DAYS)[number];
export type WeekIndex = (typeof WEEK_INDEXES)[number];

/** Which days; what a type does not use is 0, empty, `first` or `sunday`, as Graph answers it. */
export interface Pattern {
  type: (typeof PATTERN_TYPES)[number];
  interval: number;
  month: number;
  dayOfMonth: number;
  daysOfWeek: DayOfWeek[];
  firstDayOfWeek: DayOfWeek;
  index: WeekIndex;
}

export const RANGE_TYPES = ['endDate', 'noEnd', 'numbered'] as const;

/** From when until when; dates are days in the recurrence's zone, `0001-01-01` stands for no end date. */
export interface Range {
  type: (typeof RANGE_TYPES)[number];
  startDate: string;
  endDate: string;
  recurrenceTimeZone: string;
  numberOfOccurrences: number;
}

/** What Graph answers for an unset date. */
export const NO_DATE = '0001-01-01';
