import type { CivilDate } from '../../domain/recurrence.ts';
import { civilOf, textOf } from '../../domain/zone.ts';

/** What tells on which date an occurrence or exception was to be. */
export interface InstanceSigns {
  readonly occurrenceId?: string | null | undefined;
  readonly iCalUId?: string | null | undefined;
  /** An instant; comes only when it is asked for by name. */
  readonly originalStart?: string | null | undefined;
}

const tail = /\.(\d{4}-\d{2}-\d{2})$/;

/** The instance date of a GlobalObjectId: year, month and day in hexadecimal. Source: [MS-OXOCAL] 2.2.1.27. */
const globalObjectId = /^040000008200E00074C5B7101A82E008([0-9A-F]{4})([0-9A-F]{2})([0-9A-F]{2})/i;

/**
 * The date in its series' own zone on which an instance was to be; null when nothing tells it. The tail of `occurrenceId` and
 * the bytes in `iCalUId` are that date itself; `originalStart` has to be read in the right zone.
 */
export function originalDate(
  { occurrenceId, iCalUId, originalStart }: InstanceSigns,
  zone: string,
): CivilDate | null {
  return dateOfOccurrence(occurrenceId) ?? dateInside(iCalUId) ?? dateAt(originalStart, zone);
}

/** The date at the end of an occurrence's `OID.<series>.<date>`, as `cancelledOccurrences` lists them too. */
export function dateOfOccurrence(occurrenceId: string | null | undefined): CivilDate | null {
  return tail.exec(occurrenceId ?? '')?.[1] ?? null;
}

function dateInside(iCalUId: string | null | undefined): CivilDate | null {
  const [year = 0, month = 0, day = 0] = (globalObjectId.exec(iCalUId ?? '') ?? [])
    .slice(1)
    .map((hex) => Number.parseInt(hex, 16));
  if (year === 0 || month === 0 || day === 0) return null;
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

function dateAt(instant: string | null | undefined, zone: string): CivilDate | null {
  if (!instant || !Number.isFinite(Date.parse(instant))) return null;
  return textOf(civilOf(Date.parse(instant), zone)).slice(0, 10);
}
