/** The wire form of a datetime, always UTC and with whole seconds: `2026-05-01T09:00:00.000+0000`. */
export function toStamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}.000+0000`;
}

/** The instant of a wire datetime. */
export function fromStamp(stamp: string): Date {
  return new Date(stamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads an ISO 8601 datetime that has a zone; undefined when it has none or is no datetime. */
export function parseDatetime(text: string): Date | undefined {
  if (!DATETIME.test(text)) return undefined;
  const date = fromStamp(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Reads `YYYY-MM-DD` (a time after it is cut off); undefined when it is no day of the calendar. */
export function parseDay(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text);
  if (!match) return undefined;
  const day = match[1]!;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
