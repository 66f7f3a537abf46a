import { derived } from '../events/times.ts';
import { relate } from '../events/relate.ts';
import {
  childrenOf,
  dropRelation,
  eventTable,
  isInvitation,
  relationsOf,
  sharesActivities,
  touch,
  whosOf,
} from '../events/relations.ts';
import type { Wishes } from '../events/wishes.ts';
import type { Refusal } from '../refusal.ts';
import { field } from '../schema/field.ts';
import type { Act, Org } from '../store/org.ts';
import { sendToBin } from '../store/recycle-bin.ts';
import { fromStamp } from '../store/stamps.ts';
import type { Row, Value } from '../store/table.ts';

/** The Lightning series of a row, which only change events of the service name. */
const seriesField = field('SeriesId', 'Series ID', 'reference');

/** Rows of the same series that are not deleted, child events left out; of a plain event nothing. */
export function rowsOfSeries(org: Org, row: Row): Row[] {
  const table = eventTable(org);
  const classic = row['RecurrenceActivityId'];
  const ids =
    row['SeriesId'] !== undefined
      ? table.lookup(seriesField, row['SeriesId'])
      : classic === undefined
        ? []
        : table.lookup(table.type.fields.get('recurrenceactivityid')!, classic);
  return [...ids]
    .map((id) => table.get(id)!)
    .filter((one) => one['IsDeleted'] !== true && one['IsChild'] !== true);
}

/** Whether a row stands for a whole series rather than for one date. */
export function isPattern(row: Row): boolean {
  if (row['IsChild'] === true) return false;
  return (
    row['GroupEventType'] === '3' || (row['IsRecurrence'] === true && row['RecurrenceActivityId'] === row.Id)
  );
}

/** The time fields of an occurrence that begins then. */
export function timesAt(org: Org, stamp: string, like: Row): Record<string, Value> {
  const start = fromStamp(stamp).getTime() / 60_000;
  const length = like['DurationInMinutes'] as number;
  return derived(start, length, like['IsAllDayEvent'] === true, org.quirks());
}

/** Adds an event that is like another one but for some values, with the relations that it is to have. */
export function addLike(
  org: Org,
  like: Row,
  values: Record<string, Value | undefined>,
  wishes: Wishes,
  act: Act,
): Refusal | undefined {
  const table = eventTable(org);
  const created = act.seeding ? {} : { ...touch(act), CreatedDate: act.stamp, CreatedById: act.userId };
  const plain = { IsDeleted: false, IsGroupEvent: false, GroupEventType: '0' };
  const row = { ...like, ...created, ...plain, ...values, Id: table.nextId() };
  const kept = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  act.journal.put(table, { ...Object.fromEntries(kept), Id: row.Id });
  return row.GroupEventType === '3'
    ? relate(org, table.get(row.Id)!, { ...wishes, invitees: {} }, act)
    : relate(org, table.get(row.Id)!, wishes, act);
}

/** Sends an event of a series to the recycle bin, with its child events and relations. */
export function dropEvent(org: Org, row: Row, act: Act): void {
  const { type } = eventTable(org);
  for (const child of childrenOf(org, row.Id)) sendToBin(org, type, child, row.Id, act);
  for (const relation of relationsOf(org, row.Id)) dropRelation(org, relation, row.Id, act);
  sendToBin(org, type, eventTable(org).get(row.Id)!, row.Id, act);
}

/** Wishes for another event to have the same relations, everybody asked anew. */
export function sameRelations(org: Org, row: Row): Wishes {
  const ids = (rows: readonly Row[]) => rows.map((one) => one['RelationId'] as string);
  const invited = ids(relationsOf(org, row.Id).filter((one) => isInvitation(org, one)));
  return {
    ...(sharesActivities(org) ? { whos: ids(whosOf(org, row.Id)) } : {}),
    invitees: invited.length > 0 ? { Undecided: invited } : {},
  };
}
