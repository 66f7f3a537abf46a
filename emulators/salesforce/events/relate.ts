import { refuse, type Refusal } from '../refusal.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row, Value } from '../store/table.ts';
import { addChild, dropChild } from './children.ts';
import {
  addRelation,
  changeRelation,
  dropRelation,
  eventTable,
  isInvitation,
  relationsOf,
  sharesActivities,
  touch,
  whosOf,
} from './relations.ts';
import type { Wishes } from './wishes.ts';

const MOST_INVITEES = 1000;
const MOST_OF_A_SERIES = 100;

/** Makes the relations of an event what its write wishes. */
export function relate(org: Org, event: Row, wishes: Wishes, act: Act): Refusal | undefined {
  if (sharesActivities(org)) {
    if (wishes.whos) alignWhos(org, event, wishes.whos, act);
    alignWhat(org, event, act);
  }
  return alignInvitees(org, event, wishes.invitees, act);
}

function alignWhos(org: Org, event: Row, wanted: readonly string[], act: Act): void {
  const known = relationsOf(org, event.Id).filter((row) => row['IsWhat'] !== true);
  for (const row of known) {
    if (row['IsParent'] !== true || wanted.includes(row['RelationId'] as string)) continue;
    if (row['IsInvitee'] === true) changeRelation(org, row, { IsParent: false }, act);
    else dropRelation(org, row, row.Id, act);
  }
  for (const RelationId of wanted) {
    const row = known.find((one) => one['RelationId'] === RelationId);
    if (!row) addRelation(org, event, { RelationId, IsParent: true }, act);
    else if (row['IsParent'] !== true) changeRelation(org, row, { IsParent: true }, act);
  }
}

function alignWhat(org: Org, event: Row, act: Act): void {
  const known = relationsOf(org, event.Id).filter((row) => row['IsWhat'] === true);
  const what = event['WhatId'] as string | undefined;
  for (const row of known) if (row['RelationId'] !== what) dropRelation(org, row, row.Id, act);
  if (what === undefined || known.some((row) => row['RelationId'] === what)) return;
  addRelation(org, event, { RelationId: what, IsParent: true, IsWhat: true }, act);
}

function alignInvitees(org: Org, event: Row, wanted: Wishes['invitees'], act: Act): Refusal | undefined {
  const named = new Set(Object.values(wanted).flat());
  for (const [status, ids] of Object.entries(wanted)) {
    const known = relationsOf(org, event.Id);
    for (const row of known) {
      const group = row['Status'] === 'New' ? 'Undecided' : row['Status'];
      if (isInvitation(org, row) && group === status && !named.has(row['RelationId'] as string))
        uninvite(org, row, act);
    }
    const Status = status === 'Undecided' ? 'New' : status;
    for (const RelationId of ids) {
      const row = known.find((one) => one['RelationId'] === RelationId && one['IsWhat'] !== true);
      const refusal = row
        ? answerOrInvite(org, event, row, Status, act)
        : invite(org, event, { RelationId, Status }, act);
      if (refusal) return refusal;
    }
  }
  alignGroup(org, event.Id, act);
  return undefined;
}

function answerOrInvite(org: Org, event: Row, row: Row, Status: string, act: Act): Refusal | undefined {
  const group = row['Status'] === 'Undecided' ? 'New' : row['Status'];
  if (isInvitation(org, row) && group === Status) return undefined;
  const invited = isInvitation(org, row);
  changeRelation(org, row, { Status, ...(sharesActivities(org) ? { IsInvitee: true } : {}) }, act);
  return invited ? undefined : welcome(org, event, row['RelationId'] as string, act);
}

function invite(org: Org, event: Row, values: Record<string, Value>, act: Act): Refusal | undefined {
  addRelation(org, event, { ...values, ...(sharesActivities(org) ? { IsInvitee: true } : {}) }, act);
  return welcome(org, event, values['RelationId'] as string, act);
}

/** What an invitation brings: a child event for a user. */
export function welcome(org: Org, event: Row, inviteeId: string, act: Act): Refusal | undefined {
  const invited = relationsOf(org, event.Id).filter((row) => isInvitation(org, row)).length;
  const recurs = event['IsRecurrence2'] === true || event['RecurrenceActivityId'] !== undefined;
  const most = recurs ? MOST_OF_A_SERIES : MOST_INVITEES;
  if (invited > most) {
    return refuse('FIELD_INTEGRITY_EXCEPTION', `an event can have at most ${most} invitees`, ['RelationId']);
  }
  return inviteeId.startsWith('005') ? addChild(org, event, inviteeId, act) : undefined;
}

function uninvite(org: Org, row: Row, act: Act): void {
  if (row['IsParent'] === true) changeRelation(org, row, { IsInvitee: false }, act);
  else dropRelation(org, row, row.Id, act);
  dropChild(org, row['EventId'] as string, row['RelationId'] as string, row.Id, act);
}

/** Keeps what an event says about its relations: primary contact, counts, and whether it is a group event. */
export function alignGroup(org: Org, eventId: string, act: Act): void {
  const event = eventTable(org).get(eventId);
  if (!event || event['IsDeleted'] === true) return;
  const relations = relationsOf(org, eventId);
  const group = relations.some((row) => isInvitation(org, row));
  const values: Record<string, Value | undefined> = {
    IsGroupEvent: group,
    GroupEventType: event['GroupEventType'] === '3' ? '3' : group ? '1' : '0',
    ...(sharesActivities(org) ? primaryOf(org, event) : {}),
  };
  const names = Object.keys(values).filter((name) => values[name] !== event[name]);
  if (names.length === 0) return;
  const visible = names.some((name) => !name.endsWith('Count'));
  act.journal.put(eventTable(org), {
    ...event,
    ...values,
    ...(visible && !act.seeding ? touch(act) : {}),
    Id: eventId,
  });
}

function primaryOf(org: Org, event: Row): Record<string, Value | undefined> {
  const ids = whosOf(org, event.Id).map((row) => row['RelationId'] as string);
  const was = event['WhoId'] as string | undefined;
  const WhoId = was !== undefined && ids.includes(was) ? was : ids[0];
  return { WhoId, WhoCount: ids.length };
}
