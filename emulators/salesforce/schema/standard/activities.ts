import { checkbox, field, picklist, reference, required, text, type Field } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';

const shared = (): Field[] => [
  ...systemFields(),
  text('Subject', 'Subject', 255, { nameField: true }),
  reference('WhoId', 'Name ID', ['Contact', 'Lead']),
  reference('WhatId', 'Related To ID', ['Account']),
  reference('OwnerId', 'Assigned To ID', 'User', required),
  field('Description', 'Description', 'textarea', { length: 32000 }),
];

/** The part of Event that carries the custom fields of Activity. */
export function event(): ObjectType {
  return objectType('Event', ['Event', 'Events'], '00U', [
    ...shared(),
    text('Location', 'Location', 255),
    checkbox('IsAllDayEvent', 'All-Day Event'),
    checkbox('IsPrivate', 'Private'),
    field('StartDateTime', 'Start Date Time', 'datetime'),
    field('EndDateTime', 'End Date Time', 'datetime'),
    field('DurationInMinutes', 'Duration', 'int', { precision: 8 }),
  ]);
}

/** The part of Task that carries the custom fields of Activity. */
export function task(): ObjectType {
  return objectType('Task', ['Task', 'Tasks'], '00T', [
    ...shared(),
    field('ActivityDate', 'Due Date Only', 'date'),
    picklist('Status', 'Status', ['Not Started', 'In Progress', 'Completed'], {
      ...required,
      defaultValue: 'Not Started',
    }),
    picklist('Priority', 'Priority', ['High', 'Normal', 'Low'], { ...required, defaultValue: 'Normal' }),
  ]);
}
