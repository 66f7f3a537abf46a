import { INVITEES, junctionList } from './event-relation.ts';
import { checkbox, field, picklist, readOnly, reference, required, text, type Field } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';

const restricted = (values: readonly string[], more: object = {}) => ({
  restrictedPicklist: true,
  length: 40,
  picklistValues: values.map((value) => ({ value, label: value })),
  ...more,
});
const number = (name: string, label: string, traits: object = {}) =>
  field(name, label, 'int', { precision: 9, ...traits });

/** Event, as in the Object Reference; what only Shared Activities brings is added with that feature. */
export function event(): ObjectType {
  return objectType('Event', ['Event', 'Events'], '00U', [
    ...systemFields(),
    text('Subject', 'Subject', 255, { nameField: true }),
    reference('WhoId', 'Name ID', ['Contact', 'Lead'], { childRelationshipName: 'Events' }),
    reference('WhatId', 'Related To ID', ['Account'], { childRelationshipName: 'Events' }),
    reference('AccountId', 'Account ID', 'Account', readOnly),
    reference('OwnerId', 'Assigned To ID', ['User', 'Calendar'], required),
    field('Description', 'Description', 'textarea', { length: 32000 }),
    text('Location', 'Location', 255),
    ...times(),
    picklist(
      'ShowAs',
      'Show Time As',
      [],
      restricted(['Busy', 'OutOfOffice', 'Free'], { defaultValue: 'Busy' }),
    ),
    picklist('Type', 'Type', ['Email', 'Meeting', 'Other', 'Call'], { length: 40 }),
    picklist(
      'EventSubtype',
      'Event Subtype',
      [],
      restricted(['Event'], { updateable: false, defaultValue: 'Event' }),
    ),
    checkbox('IsPrivate', 'Private'),
    checkbox('IsReminderSet', 'Reminder Set'),
    field('ReminderDateTime', 'Reminder Date/Time', 'datetime'),
    checkbox('IsChild', 'Is Child', readOnly),
    checkbox('IsGroupEvent', 'Is Group Event', readOnly),
    picklist(
      'GroupEventType',
      'Group Event Type',
      [],
      restricted(['0', '1', '2', '3'], { ...readOnly, defaultValue: '0' }),
    ),
    checkbox('IsArchived', 'Archived', readOnly),
    checkbox('IsClientManaged', 'Is Client Managed', readOnly),
    text('ClientGuid', 'Client GUID', 255, readOnly),
    ...['Accepted', 'Declined', 'Undecided'].map((status) =>
      junctionList(`${status}EventInviteeIds`, `${status} Invitees`, INVITEES),
    ),
    ...classicRecurrence(),
    ...lightningSeries(),
  ]);
}

function times(): Field[] {
  return [
    checkbox('IsAllDayEvent', 'All-Day Event'),
    field('StartDateTime', 'Start Date Time', 'datetime'),
    field('EndDateTime', 'End Date Time', 'datetime'),
    field('ActivityDateTime', 'Due Date Time', 'datetime'),
    field('ActivityDate', 'Due Date Only', 'date'),
    field('EndDate', 'End Date', 'date', readOnly),
    field('DurationInMinutes', 'Duration', 'int', { precision: 8 }),
  ];
}

/** `IsRecurrence` is for creates only; the pattern may be changed on the pattern's own row. */
function classicRecurrence(): Field[] {
  return [
    checkbox('IsRecurrence', 'Create Recurring Series of Events', { updateable: false }),
    reference('RecurrenceActivityId', 'Recurrence Activity ID', 'Event', {
      ...readOnly,
      relationshipName: null,
    }),
    field('RecurrenceStartDateTime', 'Recurrence Start', 'datetime'),
    field('RecurrenceEndDateOnly', 'Recurrence End', 'date'),
    text('RecurrenceTimeZoneSidKey', 'Recurrence Time Zone', 40),
    picklist(
      'RecurrenceType',
      'Recurrence Type',
      [],
      restricted([
        ...['RecursDaily', 'RecursEveryWeekday', 'RecursWeekly', 'RecursMonthly', 'RecursMonthlyNth'],
        ...['RecursYearly', 'RecursYearlyNth'],
      ]),
    ),
    number('RecurrenceInterval', 'Recurrence Interval'),
    number('RecurrenceDayOfWeekMask', 'Recurrence Day of Week Mask'),
    number('RecurrenceDayOfMonth', 'Recurrence Day of Month'),
    picklist(
      'RecurrenceInstance',
      'Recurrence Instance',
      [],
      restricted(['First', 'Second', 'Third', 'Fourth', 'Last']),
    ),
    picklist(
      'RecurrenceMonthOfYear',
      'Recurrence Month of Year',
      [],
      restricted([
        ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
        ...['August', 'September', 'October', 'November', 'December'],
      ]),
    ),
  ];
}

/** Only the pattern's text can be written, at the create. */
function lightningSeries(): Field[] {
  return [
    checkbox('IsRecurrence2', 'Is Recurrence', readOnly),
    checkbox('IsRecurrence2Exception', 'Is Exception', readOnly),
    checkbox('IsRecurrence2Exclusion', 'Is Exclusion', readOnly),
    field('Recurrence2PatternText', 'Recurrence Pattern', 'textarea', { length: 512, updateable: false }),
    field('Recurrence2PatternStartDate', 'Recurrence Start', 'datetime', readOnly),
    text('Recurrence2PatternTimeZone', 'Recurrence Time Zone', 40, readOnly),
    picklist('Recurrence2PatternVersion', 'Recurrence Pattern Version', [], restricted(['1', '2'], readOnly)),
  ];
}
