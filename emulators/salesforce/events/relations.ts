import { field } from '../schema/field.ts';
import type { Act, Org } from '../store/org.ts';
import { sendToBin } from '../store/recycle-bin.ts';
import { rowsBy } from '../store/rows-by.ts';
import type { Row, Table, Value } from '../store/table.ts';

/** The event whose invitation a child event is; the service does not show it. */
const parentField = field('ParentEventId', 'Parent Event ID', 'reference');

export const eventTable = (org: Org): Table => org.table(org.schema.object('Event')!);
export const relationTable = (org: Org): Table => org.table(org.schema.object('EventRelation')!);

/** Whether several contacts can be related to an event. */
export function sharesActivities(org: Org): boolean {
  return org.features.has('sharedActivities');
}

const isLive = (row: Row) => row['IsDeleted'] !== true;

/** The relations of an event that are not deleted, oldest first. */
export function relationsOf(org: Org, eventId: string): Row[] {
  return rowsBy(org, 'EventRelation', 'EventId', eventId)
    .filter(isLive)
    .sort((a, b) => (a.Id < b.Id ? -1 : 1));
}

/** The contacts or the lead that an event is with, oldest relation first. */
export function whosOf(org: Org, eventId: string): Row[] {
  return relationsOf(org, eventId).filter((row) => row['IsParent'] === true && row['IsWhat'] !== true);
}

/** Whether a relation is an invitation; without Shared Activities all are. */
export function isInvitation(org: Org, row: Row): boolean {
  return !sharesActivities(org) || row['IsInvitee'] === true;
}

/** The child events of an event's invited users. */
export function childrenOf(org: Org, eventId: string): Row[] {
  const table = eventTable(org);
  return [...table.lookup(parentField, eventId)].map((id) => table.get(id)!).filter(isLive);
}

/** Stamps of a write by whoever acts. */
export function touch(act: Act) {
  return { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
}

/** Adds a relation of an event; seeded events give theirs their own stamps. */
export function addRelation(org: Org, event: Row, values: Record<string, Value>, act: Act): Row {
  const table = relationTable(org);
  const flags = sharesActivities(org) ? { IsParent: false, IsInvitee: false, IsWhat: false } : {};
  const row: Row = {
    IsDeleted: false,
    CreatedById: act.userId,
    CreatedDate: act.seeding ? event['LastModifiedDate'] : act.stamp,
    ...touch(act),
    ...(act.seeding
      ? { LastModifiedDate: event['LastModifiedDate'], SystemModstamp: event['SystemModstamp'] }
      : {}),
    Status: 'New',
    ...flags,
    ...values,
    EventId: event.Id,
    Id: table.nextId(),
  };
  act.journal.put(table, row);
  return row;
}

/** Changes a relation. */
export function changeRelation(
  org: Org,
  row: Row,
  values: Record<string, Value | undefined>,
  act: Act,
): void {
  act.journal.put(relationTable(org), { ...row, ...values, ...touch(act), Id: row.Id });
}

/** Takes a relation away, to the recycle bin. */
export function dropRelation(org: Org, row: Row, root: string, act: Act): void {
  sendToBin(org, relationTable(org).type, row, root, act);
}

/** The ids that a list such as EventWhoIds or AcceptedEventInviteeIds has for an event; the primary contact comes first. */
export function junctionIds(org: Org, list: string, event: Row): string[] {
  const idsOf = (rows: readonly Row[]) => rows.map((row) => row['RelationId'] as string);
  if (list === 'EventWhoIds') {
    const ids = idsOf(whosOf(org, event.Id));
    return ids.sort((a, b) => Number(b === event['WhoId']) - Number(a === event['WhoId']));
  }
  const statuses = list.startsWith('Undecided')
    ? ['New', 'Undecided']
    : [list.replace('EventInviteeIds', '')];
  return idsOf(
    relationsOf(org, event.Id).filter(
      (row) => isInvitation(org, row) && statuses.includes(row['Status'] as string),
    ),
  );
}
