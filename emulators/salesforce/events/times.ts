import { refuse, type Refusal } from '../refusal.ts';
import type { Changes } from '../store/input.ts';
import { fromStamp, toStamp } from '../store/stamps.ts';
import type { Row } from '../store/table.ts';

/** What the org and the switches say about times. */
export interface TimeRules {
  /** "Create multiday events" of Activity Settings. */
  readonly multiDay: boolean;
  /** Whether the end of an all-day event is the midnight of its last day, or of the day after. */
  readonly allDayEnd: 'inclusive' | 'exclusive';
  /** All-day values that are not whole UTC days. */
  readonly unevenAllDay: 'refuse' | 'round';
  /** What stays when an update moves the start alone. */
  readonly startAlone: 'keepsDuration' | 'keepsEnd';
}

type Times = { readonly changes: Changes } | { readonly refusal: Refusal };

const MINUTE = 60_000;
const DAY = 1440;
const MOST_DAYS = 14;
const TIME_FIELDS = [
  'IsAllDayEvent',
  'StartDateTime',
  'EndDateTime',
  'ActivityDateTime',
  'ActivityDate',
  'DurationInMinutes',
];

const minutesOf = (stamp: string) => Math.floor(fromStamp(stamp).getTime() / MINUTE);
const stampAt = (minutes: number) => toStamp(new Date(minutes * MINUTE));
const midnight = (minutes: number) => Math.floor(minutes / DAY) * DAY;
const dayText = (minutes: number) => stampAt(minutes).slice(0, 10);

/**
 * Works out all time fields of an event from those that are written: start and length are what counts, the others follow
 * (Object Reference, "Event": StartDateTime, EndDateTime, DurationInMinutes, ActivityDateTime, ActivityDate).
 */
export function alignTimes(changes: Changes, before: Row | undefined, rules: TimeRules): Times {
  if (before && !TIME_FIELDS.some((name) => name in changes)) return { changes };
  const allDay = (changes['IsAllDayEvent'] ?? before?.['IsAllDayEvent'] ?? false) === true;
  const disagreement = datesDisagree(changes, allDay);
  if (disagreement) return { refusal: disagreement };
  const wasStart = before && minutesOf(before['StartDateTime'] as string);
  const given = givenStart(changes, allDay);
  if (given === undefined && wasStart === undefined) return missing(changes, allDay);
  let start = given ?? wasStart!;
  if (allDay && given !== undefined && given !== midnight(given) && rules.unevenAllDay === 'refuse')
    return uneven('StartDateTime');
  if (allDay) start = midnight(start);
  const length = lengthOf(changes, before, start, allDay, rules);
  if (typeof length !== 'number') return length;
  const refusal = tooLong(length, changes, rules);
  return refusal ? { refusal } : { changes: { ...changes, ...derived(start, length, allDay, rules) } };
}

/** Every time field of an event that begins at a minute since 1970 and lasts so many minutes. */
export function derived(
  start: number,
  length: number,
  allDay: boolean,
  rules: Pick<TimeRules, 'allDayEnd'>,
): Changes {
  const last = allDay ? start + length - DAY : start + length;
  const end = allDay && rules.allDayEnd === 'inclusive' ? last : start + length;
  return {
    StartDateTime: stampAt(start),
    EndDateTime: stampAt(end),
    DurationInMinutes: length,
    ActivityDateTime: allDay ? null : stampAt(start),
    ActivityDate: dayText(start),
    EndDate: dayText(last),
  };
}

function givenStart(changes: Changes, allDay: boolean): number | undefined {
  const stamp = changes['StartDateTime'] ?? changes['ActivityDateTime'];
  if (typeof stamp === 'string') return minutesOf(stamp);
  const day = changes['ActivityDate'];
  return typeof day === 'string' && allDay ? minutesOf(`${day}T00:00:00.000+0000`) : undefined;
}

/** The start and the two due dates have to agree, or be null. */
function datesDisagree(changes: Changes, allDay: boolean): Refusal | undefined {
  const start = changes['StartDateTime'];
  const [due, day] = [changes['ActivityDateTime'], changes['ActivityDate']];
  const wrong = (name: string) =>
    refuse('FIELD_INTEGRITY_EXCEPTION', `${name} and StartDateTime have to be the same: ${name}`, [name]);
  if (start && due && start !== due) return wrong('ActivityDateTime');
  const reference = start ?? due;
  if (reference && day && allDay && String(reference).slice(0, 10) !== day) return wrong('ActivityDate');
  return undefined;
}

/** Length in minutes, from what is written, else from what was. */
function lengthOf(
  changes: Changes,
  before: Row | undefined,
  start: number,
  allDay: boolean,
  rules: TimeRules,
): number | { readonly refusal: Refusal } {
  const end = endOf(changes, allDay, rules);
  if (typeof end === 'object') return end;
  const written = changes['DurationInMinutes'];
  const byEnd = end === undefined ? undefined : end - start;
  if (typeof written === 'number') {
    if (byEnd !== undefined && byEnd !== written) {
      const message = 'EndDateTime and DurationInMinutes have to agree: Duration';
      return { refusal: refuse('FIELD_INTEGRITY_EXCEPTION', message, ['DurationInMinutes']) };
    }
    if (!allDay || (written > 0 && written % DAY === 0)) return written;
    return rules.unevenAllDay === 'refuse'
      ? uneven('DurationInMinutes')
      : Math.max(1, Math.ceil(written / DAY)) * DAY;
  }
  if (byEnd !== undefined) return byEnd;
  if (!before) return allDay ? DAY : missing(changes, allDay);
  const was = before['DurationInMinutes'] as number;
  const kept =
    rules.startAlone === 'keepsEnd' ? was + minutesOf(before['StartDateTime'] as string) - start : was;
  return allDay ? Math.max(1, Math.ceil(kept / DAY)) * DAY : kept;
}

/** The minute at which the event is over, by the written end. */
function endOf(
  changes: Changes,
  allDay: boolean,
  rules: TimeRules,
): number | undefined | { readonly refusal: Refusal } {
  const stamp = changes['EndDateTime'];
  if (typeof stamp !== 'string') return undefined;
  const end = minutesOf(stamp);
  if (!allDay) return end;
  if (end !== midnight(end) && rules.unevenAllDay === 'refuse') return uneven('EndDateTime');
  return midnight(end) + (rules.allDayEnd === 'inclusive' ? DAY : 0);
}

/** From version 39 the end is blamed where no duration was sent (Object Reference, "Event", DurationInMinutes). */
function tooLong(length: number, changes: Changes, rules: TimeRules): Refusal | undefined {
  const most = rules.multiDay ? MOST_DAYS * DAY : DAY;
  if (length >= 0 && length <= most) return undefined;
  const byEnd = changes['DurationInMinutes'] === undefined || changes['DurationInMinutes'] === null;
  const [name, label] = byEnd ? ['EndDateTime', 'End Date Time'] : ['DurationInMinutes', 'Duration'];
  return refuse('FIELD_INTEGRITY_EXCEPTION', `Duration must be between 0 and ${most} minutes: ${label}`, [
    name,
  ]);
}

function uneven(name: string): { readonly refusal: Refusal } {
  const message = `an all-day event has whole days that begin at midnight UTC: ${name}`;
  return { refusal: refuse('FIELD_INTEGRITY_EXCEPTION', message, [name]) };
}

function missing(changes: Changes, allDay: boolean): { readonly refusal: Refusal } {
  const length = changes['DurationInMinutes'] ?? changes['EndDateTime'];
  const names = [
    ...(length === undefined && !allDay ? ['DurationInMinutes'] : []),
    ...(givenStart(changes, allDay) === undefined ? ['ActivityDateTime'] : []),
  ];
  const message = `Required fields are missing: [${names.join(', ')}]`;
  return { refusal: refuse('REQUIRED_FIELD_MISSING', message, names) };
}
