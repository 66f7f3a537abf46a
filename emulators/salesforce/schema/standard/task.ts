import { field, picklist, reference, required, text } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';

/** The part of Task that carries the custom fields of Activity. */
export function task(): ObjectType {
  return objectType('Task', ['Task', 'Tasks'], '00T', [
    ...systemFields(),
    text('Subject', 'Subject', 255, { nameField: true }),
    reference('WhoId', 'Name ID', ['Contact', 'Lead']),
    reference('WhatId', 'Related To ID', ['Account']),
    reference('OwnerId', 'Assigned To ID', 'User', required),
    field('Description', 'Description', 'textarea', { length: 32000 }),
    field('ActivityDate', 'Due Date Only', 'date'),
    picklist('Status', 'Status', ['Not Started', 'In Progress', 'Completed'], {
      ...required,
      defaultValue: 'Not Started',
    }),
    picklist('Priority', 'Priority', ['High', 'Normal', 'Low'], { ...required, defaultValue: 'Normal' }),
  ]);
}
