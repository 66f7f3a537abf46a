import { followParent } from '../events/children.ts';
import { relate } from '../events/relate.ts';
import { eventTable, touch } from '../events/relations.ts';
import type { Wishes } from '../events/wishes.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Changes } from '../store/input.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row, Value } from '../store/table.ts';
import { civilOf, DAY_MS, stampOf } from './civil.ts';
import { occurrencesOf } from './occurrences.ts';
import { movedText, readPattern } from './pattern-text.ts';
import { addLike, dropEvent, isPattern, rowsOfSeries, sameRelations, timesAt } from './rows.ts';

type Shaped = { readonly changes: Changes } | { readonly refusal: Refusal };

/** What a pattern in a new event means: its text as it is kept, and the fields that a series has. */
export function shapeLightning(org: Org, changes: Changes, act: Act): Shaped {
  const text = changes['Recurrence2PatternText'];
  if (typeof text !== 'string') return { changes };
  const zone = zoneOf(org, changes, act);
  const start = changes['StartDateTime'] as string;
  const pattern = readPattern(text, civilOf(start, zone));
  if ('refusal' in pattern) return pattern;
  const series = {
    IsRecurrence2: true,
    Recurrence2PatternText: pattern.text,
    Recurrence2PatternStartDate: start,
    Recurrence2PatternTimeZone: zone,
    Recurrence2PatternVersion: '1',
  };
  return { changes: { ...changes, ...series } };
}

/** All-day series are on dates; others in the zone of the owner or of whoever makes them. */
function zoneOf(org: Org, changes: Changes, act: Act): string {
  if (changes['IsAllDayEvent'] === true) return 'UTC';
  const owner = org.quirks().seriesTimeZone === 'owner' ? changes['OwnerId'] : undefined;
  const user = org.row(typeof owner === 'string' ? owner : act.userId) ?? org.row(act.userId);
  return (user?.['TimeZoneSidKey'] as string | undefined) ?? 'UTC';
}

/** Makes the rows of a new series: a pattern record and one row for each occurrence; the new event is one of them. */
export function expandLightning(org: Org, event: Row, wishes: Wishes, act: Act): Refusal | undefined {
  const zone = event['Recurrence2PatternTimeZone'] as string;
  const start = civilOf(event['StartDateTime'] as string, zone);
  const pattern = readPattern(event['Recurrence2PatternText'] as string, start);
  if ('refusal' in pattern) return pattern.refusal;
  const until = pattern.until === undefined ? undefined : civilOf(pattern.until, zone);
  const most = pattern.count ?? (until === undefined ? org.limits().endlessSeriesRows : Infinity);
  const starts = occurrencesOf(pattern.rule, start, until, most === Infinity ? 9999 : most);
  if (starts.length === 0) {
    const message = 'Recurrence Pattern: there is no occurrence before the end of the series';
    return refuse('FIELD_INTEGRITY_EXCEPTION', message, ['Recurrence2PatternText']);
  }
  const SeriesId = `828${event.Id.slice(3)}`;
  const carried = org.quirks().occurrencesCarryPattern ? {} : { Recurrence2PatternText: null };
  const [first, ...rest] = starts.map((civil) => timesAt(org, stampOf(civil, zone), event)) as [
    Record<string, Value>,
    ...Record<string, Value>[],
  ];
  const ownPattern = org.quirks().seriesCreateGives === 'pattern';
  const record = { ...first, SeriesId, GroupEventType: '3' };
  const occurrence = { ...first, SeriesId, ...carried };
  const own = eventTable(org).get(event.Id)!;
  put(org, own, ownPattern ? { ...record, IsGroupEvent: false } : occurrence, act);
  const others = ownPattern ? [occurrence] : [record];
  for (const values of [...others, ...rest.map((times) => ({ ...times, SeriesId, ...carried }))]) {
    const refusal = addLike(org, event, values, wishes, act);
    if (refusal) return refusal;
  }
  return undefined;
}

function put(org: Org, row: Row, values: Record<string, Value | undefined>, act: Act): void {
  const kept = Object.entries({ ...row, ...values }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  act.journal.put(eventTable(org), { ...Object.fromEntries(kept), Id: row.Id });
}

const NOT_SHARED = new Set([
  ...['Id', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp', 'IsRecurrence2Exception'],
  ...['StartDateTime', 'EndDateTime', 'ActivityDateTime', 'ActivityDate', 'EndDate', 'DurationInMinutes'],
  ...['IsAllDayEvent', 'GroupEventType', 'IsGroupEvent'],
]);

/**
 * What changing one row of a series does to the others: a future one or the pattern record changes the whole series, a
 * past one becomes an exception (Object Reference, "Event", version 58 and later). New times make a new series of new
 * rows (Change Data Capture guide).
 */
export function followLightning(
  org: Org,
  event: Row,
  before: Row,
  wishes: Wishes,
  act: Act,
): Refusal | undefined {
  const past = (before['StartDateTime'] as string) < act.stamp && !isPattern(before);
  if (past || org.quirks().futureOccurrenceEdit === 'occurrence') {
    put(org, event, { IsRecurrence2Exception: true }, act);
    return undefined;
  }
  const others = rowsOfSeries(org, before).filter(
    (row) => row.Id !== event.Id && row['IsRecurrence2Exception'] !== true,
  );
  const names = new Set([...Object.keys(before), ...Object.keys(event)]);
  const changed = [...names].filter((name) => !NOT_SHARED.has(name) && before[name] !== event[name]);
  const shared = Object.fromEntries(changed.map((name) => [name, event[name]]));
  for (const row of others) {
    put(org, row, { ...shared, ...touch(act) }, act);
    const refusal = relate(org, eventTable(org).get(row.Id)!, wishes, act);
    if (refusal) return refusal;
    followParent(org, eventTable(org).get(row.Id)!, row, act);
  }
  const timed = ['StartDateTime', 'DurationInMinutes', 'IsAllDayEvent'].some(
    (name) => before[name] !== event[name],
  );
  return timed ? moveSeries(org, event, before, others, act) : undefined;
}

function moveSeries(
  org: Org,
  event: Row,
  before: Row,
  others: readonly Row[],
  act: Act,
): Refusal | undefined {
  const zone = event['IsAllDayEvent'] === true ? 'UTC' : (before['Recurrence2PatternTimeZone'] as string);
  const was = civilOf(before['StartDateTime'] as string, zone);
  const shift = civilOf(event['StartDateTime'] as string, zone) - was;
  const text = event['Recurrence2PatternText'] as string | undefined;
  const days = Math.floor((was + shift) / DAY_MS) - Math.floor(was / DAY_MS);
  const moved = (stamp: Value | undefined) => stampOf(civilOf(stamp as string, zone) + shift, zone);
  const series = {
    Recurrence2PatternTimeZone: zone,
    Recurrence2PatternStartDate: moved(before['Recurrence2PatternStartDate']),
    IsAllDayEvent: event['IsAllDayEvent'],
    DurationInMinutes: event['DurationInMinutes'],
  };
  const recreate = org.quirks().seriesTimeChange === 'recreate';
  for (const one of [...others, before]) {
    const row = eventTable(org).get(one.Id)!;
    const values = {
      ...series,
      ...(row['Recurrence2PatternText'] === undefined || text === undefined
        ? {}
        : { Recurrence2PatternText: movedText(text, days) }),
      ...timesAt(org, moved(one['StartDateTime']), event),
      GroupEventType: isPattern(row) ? '3' : '0',
    };
    if (!recreate) {
      put(org, row, { ...values, GroupEventType: row['GroupEventType'] }, act);
      followParent(org, eventTable(org).get(row.Id)!, one, act);
      continue;
    }
    const wishes = sameRelations(org, row);
    dropEvent(org, row, act);
    const refusal = addLike(org, row, values, wishes, act);
    if (refusal) return refusal;
  }
  return undefined;
}
