import { refuse, type Refusal } from '../refusal.ts';
import { uniqueClash } from '../store/input.ts';
import type { Act, Org } from '../store/org.ts';
import { sendToBin } from '../store/recycle-bin.ts';
import type { Row, Value } from '../store/table.ts';
import { changeRelation, childrenOf, eventTable, isInvitation, relationsOf, touch } from './relations.ts';

const OWN = new Set([
  'Id',
  'OwnerId',
  'IsReminderSet',
  'ReminderDateTime',
  'CreatedDate',
  'CreatedById',
  'IsDeleted',
]);
const ANSWERED_ANEW = ['StartDateTime', 'EndDateTime', 'IsAllDayEvent', 'Location'];

/** Gives an invited user a child event, the event's copy in that user's calendar (Object Reference, "Event", IsChild). */
export function addChild(org: Org, event: Row, userId: string, act: Act): Refusal | undefined {
  if (org.row(userId)?.['IsActive'] === false) {
    const message = `operation performed with inactive user [${userId}] as owner of event`;
    return refuse('INACTIVE_OWNER_OR_USER', message, []);
  }
  const table = eventTable(org);
  const row: Row = {
    ...copyFor(org, event),
    ...(act.seeding ? {} : touch(act)),
    CreatedDate: act.seeding ? event['CreatedDate'] : act.stamp,
    CreatedById: act.userId,
    IsDeleted: false,
    IsReminderSet: false,
    OwnerId: userId,
    ParentEventId: event.Id,
    Id: table.nextId(),
  };
  for (const field of table.type.fields.values()) {
    const clash = field.unique ? uniqueClash(org, table.type, field, row) : undefined;
    if (clash) return clash;
  }
  act.journal.put(table, row);
  return undefined;
}

/** What a child has from its event; whether a customer's own fields are among it is a switch. */
function copyFor(org: Org, event: Row): Record<string, Value | undefined> {
  const withCustom = org.quirks().childEventsCopyCustomFields;
  const copied = Object.entries(event).filter(
    ([name]) => !OWN.has(name) && (withCustom || !name.endsWith('__c')),
  );
  return { ...Object.fromEntries(copied), IsChild: true, IsGroupEvent: true, GroupEventType: '1' };
}

/** Brings the child events in line with a changed event; a new time or place asks everybody to answer anew. */
export function followParent(org: Org, event: Row, before: Row, act: Act): void {
  const table = eventTable(org);
  for (const child of childrenOf(org, event.Id)) {
    const own = Object.fromEntries([...OWN].map((name) => [name, child[name]]));
    const row = { ...copyFor(org, event), ...own, ...touch(act), ParentEventId: event.Id, Id: child.Id };
    act.journal.put(table, row);
  }
  if (ANSWERED_ANEW.every((name) => event[name] === before[name])) return;
  for (const row of relationsOf(org, event.Id)) {
    if (!isInvitation(org, row) || row['Status'] === 'New') continue;
    changeRelation(org, row, { Status: 'New', RespondedDate: undefined, Response: undefined }, act);
  }
}

/** Takes away the child event of a user who is no longer invited. */
export function dropChild(org: Org, eventId: string, userId: string, root: string, act: Act): void {
  for (const child of childrenOf(org, eventId))
    if (child['OwnerId'] === userId) sendToBin(org, eventTable(org).type, child, root, act);
}
