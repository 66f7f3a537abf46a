import { addSharedActivities, sharedActivityFields } from '../schema/standard/event-relation.ts';
import type { Act, Org } from '../store/org.ts';
import { relate } from './relate.ts';
import { dropRelation, eventTable, isInvitation, relationTable, sharesActivities } from './relations.ts';

/**
 * Switches "Allow Users to Relate Multiple Contacts to Tasks and Events" on or off. Existing events get or lose the
 * relations of their contact and account; invitations stay.
 */
export function setSharedActivities(org: Org, on: boolean, act: Act): void {
  if (on === sharesActivities(org)) return;
  if (on) switchOn(org, act);
  else switchOff(org, act);
}

function switchOn(org: Org, act: Act): void {
  addSharedActivities(org.schema);
  org.features.add('sharedActivities');
  for (const row of [...relationTable(org).all()])
    act.journal.put(relationTable(org), { ...row, IsInvitee: true, IsParent: false, IsWhat: false });
  for (const event of [...eventTable(org).all()]) {
    const who = event['WhoId'] as string | undefined;
    const whos = who === undefined ? [] : [who];
    const counts = { WhoCount: whos.length, WhatCount: event['WhatId'] ? 1 : 0 };
    act.journal.put(eventTable(org), { ...event, ...counts });
    if (event['IsChild'] !== true && event['IsDeleted'] !== true)
      relate(org, event, { whos, invitees: {} }, act);
  }
}

function switchOff(org: Org, act: Act): void {
  for (const row of [...relationTable(org).all()])
    if (!isInvitation(org, row) && row['IsDeleted'] !== true) dropRelation(org, row, row.Id, act);
  for (const [object, names] of sharedActivityFields)
    for (const name of names) org.schema.removeField(org.schema.object(object)!, name);
  org.features.delete('sharedActivities');
}
