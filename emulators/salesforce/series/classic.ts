import { followParent } from '../events/children.ts';
import { relate } from '../events/relate.ts';
import { eventTable, touch } from '../events/relations.ts';
import type { Wishes } from '../events/wishes.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Changes } from '../store/input.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row, Value } from '../store/table.ts';
import { civilOf, DAY_MS, isZone, stampOf } from './civil.ts';
import { occurrencesOf, WEEKDAYS, type Rule } from './occurrences.ts';
import { addLike, dropEvent, isPattern, rowsOfSeries, sameRelations, timesAt } from './rows.ts';

type Shaped = { readonly changes: Changes } | { readonly refusal: Refusal };

const ALWAYS = [
  'RecurrenceStartDateTime',
  'RecurrenceEndDateOnly',
  'RecurrenceType',
  'RecurrenceTimeZoneSidKey',
];
const INTERVAL = 'RecurrenceInterval';
const MASK = 'RecurrenceDayOfWeekMask';
const DAY = 'RecurrenceDayOfMonth';
const INSTANCE = 'RecurrenceInstance';
const MONTH = 'RecurrenceMonthOfYear';
const PROPERTIES = [INTERVAL, MASK, DAY, INSTANCE, MONTH];

/** What each type needs beside the usual; what it does not need has to be null (Object Reference, "Event", Recurring Events). */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  RecursDaily: [INTERVAL],
  RecursEveryWeekday: [MASK],
  RecursWeekly: [INTERVAL, MASK],
  RecursMonthly: [DAY, INTERVAL],
  RecursMonthlyNth: [INTERVAL, INSTANCE, MASK],
  RecursYearly: [DAY, MONTH],
  RecursYearlyNth: [MASK, INSTANCE, MONTH],
};
/** Most occurrences by the type's first word (Salesforce help, article 000212481). */
const MOST: readonly (readonly [RegExp, number])[] = [
  [/Daily|EveryWeekday/, 100],
  [/Weekly/, 53],
  [/Monthly/, 59],
  [/Yearly/, 9],
];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'].concat(
  ['October', 'November', 'December'],
);
const INSTANCES: Readonly<Record<string, number>> = { First: 1, Second: 2, Third: 3, Fourth: 4, Last: -1 };

const refused = (message: string, ...fields: string[]) => ({
  refusal: refuse('FIELD_INTEGRITY_EXCEPTION', `${message}: ${fields.join(', ')}`, fields),
});

/** Checks the recurrence of a write; the start of a new series is the event's own. */
export function shapeClassic(changes: Changes, before: Row | undefined): Shaped {
  const written = Object.keys(changes).filter(
    (name) => name.startsWith('Recurrence') && !name.startsWith('Recurrence2'),
  );
  const recurs = (changes['IsRecurrence'] ?? before?.['IsRecurrence']) === true;
  const given = written.filter((name) => changes[name] !== null);
  if (!recurs) return given.length === 0 ? { changes } : refused('the event does not recur', ...given);
  const value = (name: string) => (name in changes ? changes[name] : before?.[name]) ?? null;
  const missing = [...ALWAYS, ...(NEEDS[String(value('RecurrenceType'))] ?? [])].filter(
    (name) => value(name) === null,
  );
  if (missing.length > 0) {
    const message = `Required fields are missing: [${missing.join(', ')}]`;
    return { refusal: refuse('REQUIRED_FIELD_MISSING', message, missing) };
  }
  const unused = PROPERTIES.filter((name) => !NEEDS[String(value('RecurrenceType'))]!.includes(name));
  const idle = unused.filter((name) => value(name) !== null);
  if (idle.length > 0) return refused('the type of recurrence does not use this', ...idle);
  if (!isZone(String(value('RecurrenceTimeZoneSidKey'))))
    return refused('unknown time zone', 'RecurrenceTimeZoneSidKey');
  const start = value('RecurrenceStartDateTime');
  if (before || changes['StartDateTime'] || changes['ActivityDateTime']) return { changes };
  return { changes: { ...changes, StartDateTime: start } };
}

/** Makes the occurrences of a new series; the new event is its pattern record. */
export function expandClassic(org: Org, event: Row, wishes: Wishes, act: Act): Refusal | undefined {
  const pattern = { ...eventTable(org).get(event.Id)!, RecurrenceActivityId: event.Id };
  act.journal.put(eventTable(org), pattern);
  return addOccurrences(org, pattern, '', wishes, act);
}

function addOccurrences(org: Org, pattern: Row, from: string, wishes: Wishes, act: Act): Refusal | undefined {
  if ((pattern['DurationInMinutes'] as number) > 1440)
    return refused('an event that recurs lasts a day at most', 'DurationInMinutes').refusal;
  const zone = pattern['IsAllDayEvent'] === true ? 'UTC' : (pattern['RecurrenceTimeZoneSidKey'] as string);
  const start = civilOf(pattern['StartDateTime'] as string, zone);
  const last = Date.parse(`${String(pattern['RecurrenceEndDateOnly'])}T00:00:00Z`) + DAY_MS - 1;
  const most = MOST.find(([type]) => type.test(String(pattern['RecurrenceType'])))![1];
  const starts = occurrencesOf(ruleOf(pattern), start, last, most + 1);
  if (starts.length > most) {
    const message = `the series has more than ${most} occurrences`;
    return refused(message, 'RecurrenceEndDateOnly').refusal;
  }
  if (starts.length === 0) return refused('the series has no occurrence', 'RecurrenceEndDateOnly').refusal;
  const none = Object.fromEntries([...ALWAYS, ...PROPERTIES].map((name) => [name, null]));
  for (const civil of starts) {
    const stamp = stampOf(civil, zone);
    if (stamp < from) continue;
    const values = { ...none, IsRecurrence: false, ...timesAt(org, stamp, pattern) };
    const refusal = addLike(org, pattern, values, wishes, act);
    if (refusal) return refusal;
  }
  return undefined;
}

function ruleOf(row: Row): Rule {
  const type = String(row['RecurrenceType']);
  const mask = (row[MASK] as number | undefined) ?? 0;
  const days = WEEKDAYS.filter((_day, index) => (mask & (1 << index)) !== 0);
  const instance = row[INSTANCE] as string | undefined;
  const month = row[MONTH] as string | undefined;
  return {
    frequency: type.includes('Daily')
      ? 'DAILY'
      : type.includes('Monthly')
        ? 'MONTHLY'
        : type.includes('Yearly')
          ? 'YEARLY'
          : 'WEEKLY',
    interval: (row[INTERVAL] as number | undefined) ?? 1,
    weekStart: 'SU',
    ...(days.length > 0 ? { days } : {}),
    ...(row[DAY] === undefined ? {} : { monthDays: [row[DAY] as number] }),
    ...(instance === undefined ? {} : { position: [INSTANCES[instance]!] }),
    ...(month === undefined ? {} : { months: [MONTHS.indexOf(month) + 1] }),
  };
}

const OWN = new Set([
  ...[
    'Id',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
    'IsRecurrence',
    'IsGroupEvent',
    'GroupEventType',
  ],
  ...[...ALWAYS, ...PROPERTIES],
]);
const TIMES = ['StartDateTime', 'EndDateTime', 'DurationInMinutes', 'IsAllDayEvent'];

/** A changed pattern record changes the future occurrences; with another pattern or time they are made anew. */
export function followClassic(
  org: Org,
  event: Row,
  before: Row,
  wishes: Wishes,
  act: Act,
): Refusal | undefined {
  if (!isPattern(before)) return undefined;
  const future = rowsOfSeries(org, before).filter(
    (row) => row.Id !== event.Id && (row['StartDateTime'] as string) >= act.stamp,
  );
  const changed = [...new Set([...Object.keys(before), ...Object.keys(event)])].filter(
    (name) => before[name] !== event[name],
  );
  const anew = [...ALWAYS, ...PROPERTIES, ...TIMES].some((name) => changed.includes(name));
  if (anew) {
    for (const row of future) dropEvent(org, row, act);
    return addOccurrences(org, event, act.stamp, sameRelations(org, event), act);
  }
  const shared: Record<string, Value | undefined> = {};
  for (const name of changed) if (!OWN.has(name)) shared[name] = event[name];
  for (const row of future) {
    act.journal.put(eventTable(org), { ...row, ...shared, ...touch(act), Id: row.Id });
    const refusal = relate(org, eventTable(org).get(row.Id)!, wishes, act);
    if (refusal) return refusal;
    followParent(org, eventTable(org).get(row.Id)!, row, act);
  }
  return undefined;
}
