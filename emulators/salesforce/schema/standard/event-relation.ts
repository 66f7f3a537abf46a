import { checkbox, field, picklist, readOnly, reference, required, text, type Field } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';
import type { Schema } from '../schema.ts';

/** Who can be invited to an event: people, and resources by their calendars. */
export const INVITEES = ['Contact', 'Lead', 'User', 'Calendar'];
/** With whom an event is. */
const WHOS = ['Contact', 'Lead'];

/** EventRelation of an org without Shared Activities: the invitees of events (Object Reference, "EventRelation"). */
export function eventRelation(): ObjectType {
  return objectType('EventRelation', ['Event Relation', 'Event Relations'], '0RE', [
    ...systemFields(),
    reference('EventId', 'Event ID', 'Event', {
      ...required,
      updateable: false,
      deleteConstraint: 'Cascade',
      childRelationshipName: 'EventRelations',
    }),
    reference('RelationId', 'Relation ID', [...INVITEES, 'Account'], {
      ...required,
      updateable: false,
      deleteConstraint: 'Cascade',
      childRelationshipName: 'EventRelations',
    }),
    picklist('Status', 'Status', ['New', 'Accepted', 'Declined', 'Undecided'], {
      restrictedPicklist: true,
      defaultValue: 'New',
    }),
    field('RespondedDate', 'Response Date', 'datetime'),
    text('Response', 'Comment', 255),
  ]);
}

/** What Shared Activities adds, by object. */
export const sharedActivityFields = [
  ['Event', ['WhoCount', 'WhatCount', 'EventWhoIds']],
  ['EventRelation', ['IsParent', 'IsInvitee', 'IsWhat']],
] as const;

/** Adds what Shared Activities brings: several contacts for an event, and what an EventRelation stands for. */
export function addSharedActivities(schema: Schema): void {
  const event = schema.object('Event')!;
  const relation = schema.object('EventRelation')!;
  const count = (name: string, label: string) =>
    field(name, label, 'int', { ...readOnly, precision: 9, defaultValue: 0 });
  schema.addField(event, count('WhoCount', 'Relation Count'));
  schema.addField(event, count('WhatCount', 'Related To Count'));
  schema.addField(event, junctionList('EventWhoIds', 'Related Contacts and Lead', WHOS));
  for (const [name, label] of [
    ['IsParent', 'Is Parent'],
    ['IsInvitee', 'Is Invitee'],
    ['IsWhat', 'Is What'],
  ] as const)
    schema.addField(relation, checkbox(name, label, name === 'IsWhat' ? { updateable: false } : {}));
}

/** The ids of all records in one role of an event, as an array in JSON. */
export function junctionList(name: string, label: string, to: readonly string[]): Field {
  return field(name, label, 'junctionIdList', { referenceTo: to });
}
