import type { KnownAttendee } from '../../domain/attendance.ts';
import type { Person } from './people.ts';

/** How those who attend differ from those whom Tandem knows of. */
export interface AttendanceNews {
  /** Who was not invited before. */
  readonly strangers: readonly Person[];
  /** Whom nobody was found for until now. */
  readonly unmatched: readonly Person[];
  /** Whether somebody came, left or answered, so that Salesforce has to be asked. */
  readonly isNews: boolean;
}

/**
 * What is new about who attends. `asksAnew`: the record has another time or place, upon which Salesforce forgets all answers
 * (Salesforce Help, "Considerations for Using Events").
 */
export function attendanceNews(
  people: readonly Person[],
  before: readonly KnownAttendee[],
  asksAnew: boolean,
): AttendanceNews {
  const known = new Map(before.map((one) => [one.key, one]));
  const keys = new Set(people.map(({ key }) => key));
  const strangers = people.filter(({ key }) => !known.has(key));
  const unmatched = people.filter(({ key }) => known.get(key)?.relatedId === null);
  const hasAnswered = ({ key, status }: Person) => {
    const one = known.get(key);
    if (one === undefined || one.relatedId === null || status === null) return false;
    return one.status === null || one.status !== status || (asksAnew && status !== 'New');
  };
  return {
    strangers,
    unmatched,
    isNews: strangers.length > 0 || before.some(({ key }) => !keys.has(key)) || people.some(hasAnswered),
  };
}
