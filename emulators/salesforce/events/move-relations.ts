import type { Act, Org } from '../store/org.ts';
import { rowsBy } from '../store/rows-by.ts';
import { alignGroup } from './relate.ts';
import { changeRelation, dropRelation, eventTable, relationsOf, touch } from './relations.ts';

/** Events that were with one record are with another one from now on: after a merge, or a lead's conversion. */
export function moveRelations(org: Org, fromId: string, toId: string, act: Act): void {
  for (const event of rowsBy(org, 'Event', 'WhoId', fromId)) {
    if (event['IsDeleted'] === true) continue;
    const account = org.row(toId)?.['AccountId'];
    const AccountId = event['WhatId'] === undefined ? account : event['AccountId'];
    act.journal.put(eventTable(org), { ...event, WhoId: toId, AccountId, ...touch(act), Id: event.Id });
  }
  for (const row of rowsBy(org, 'EventRelation', 'RelationId', fromId)) {
    if (row['IsDeleted'] === true) continue;
    const eventId = row['EventId'] as string;
    const twin = relationsOf(org, eventId).find((one) => one['RelationId'] === toId);
    if (!twin) changeRelation(org, row, { RelationId: toId }, act);
    else {
      const either = (name: string) => row[name] === true || twin[name] === true;
      const roles = { IsParent: either('IsParent'), IsInvitee: either('IsInvitee') };
      if (twin['IsParent'] !== undefined) changeRelation(org, twin, roles, act);
      dropRelation(org, row, row.Id, act);
    }
    alignGroup(org, eventId, act);
  }
}
