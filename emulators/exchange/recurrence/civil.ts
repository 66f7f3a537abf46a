/**
 * A civil time: what a clock on the wall shows, without a zone. Kept as the milliseconds since 1970 that the same
 * reading would have in UTC.
 */
export type Civil = number;

export const DAY_MS = 86_400_000;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** The midnight of a date such as `2026-08-03`; nothing when there is no such day. */
export function civilDate(text: string): Civil | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  return dateText(time.getTime()) === text ? time.getTime() : undefined;
}

/** A date and time as Graph writes it; `offsetMs` when the text itself names one (`Z` is 0). */
export function civilDateTime(text: string): { civil: Civil; offsetMs: number | undefined } | undefined {
  const match = DATE_TIME.exec(text);
  const day = civilDate(match?.[1] ?? '');
  if (!match || day === undefined) return undefined;
  const [hours, minutes, seconds] = [match[2], match[3], match[4] ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const ms = Math.trunc(Number(`0.${match[5] ?? '0'}`) * 1000);
  const civil = day + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  return { civil, offsetMs: offsetOf(match[6]) };
}

function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.toUpperCase() === 'Z') return 0;
  const [hours = 0, minutes = 0] = text.slice(1).split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** `2026-08-03`. */
export function dateText(civil: Civil): string {
  return new Date(civil).toISOString().slice(0, 10);
}

/** `2026-08-03T09:00:00.0000000`, as Graph writes `dateTime`. */
export function dateTimeText(civil: Civil): string {
  return `${new Date(civil).toISOString().slice(0, -1)}0000`;
}

/** The midnight before or at a civil time. */
export function dayOf(civil: Civil): Civil {
  return Math.floor(civil / DAY_MS) * DAY_MS;
}
