import { describe, expect, it } from 'vitest';
import type { FieldMapping } from '../../rules/field-mapping.ts';
import { permittedEventMapping } from '../permitted-mapping.ts';
import { allPermitted } from '../testing/samples.ts';
import { eventMapping } from './event-fields.ts';
import { eventFields } from './testing/samples.ts';

const topic = eventFields.get('Topic__c')!;
const fields = new Map([
  ...eventFields,
  ['Score__c', { ...topic, name: 'Score__c', type: 'double' }],
  ['Sum__c', { ...topic, name: 'Sum__c', updateable: false, calculated: true }],
]);
const row = (field: string, property: string, direction: FieldMapping['direction'] = 'Both') => ({
  field,
  property,
  direction,
});

describe('a row of a field mapping of events', () => {
  it.each<[string, FieldMapping, string | null]>([
    ['maps a custom field to a field made in Outlook', row('Topic__c', 'named:Budget Code'), null],
    ['maps a picklist to the categories', row('Type', 'categories'), null],
    ['takes a standard field one way', row('Location', 'location', 'ToSalesforce'), null],
    ['takes a formula outwards', row('Sum__c', 'named:Sum', 'ToExchange'), null],
    ['needs a field that exists', row('None__c', 'named:None'), 'Event has no field None__c.'],
    [
      'needs a property that exists',
      row('Topic__c', 'importance'),
      'Exchange events have no property importance.',
    ],
    [
      'needs a name that can be asked for',
      row('Topic__c', "named:it's"),
      "Exchange events have no property named:it's.",
    ],
    ['needs a name at all', row('Topic__c', 'named:'), 'Exchange events have no property named:.'],
    [
      'cannot move the subject',
      row('Subject', 'location'),
      'Subject always goes with subject, since events are paired by it.',
    ],
    [
      'cannot take the time one way',
      row('StartDateTime', 'start', 'ToSalesforce'),
      'StartDateTime always flows both ways, since events are paired by it.',
    ],
    ['cannot take the place of the time', row('Topic__c', 'start'), 'start only goes with StartDateTime.'],
    [
      'cannot put a number into text',
      row('Score__c', 'categories'),
      'Score__c is a double field and cannot hold text.',
    ],
    [
      'cannot write a formula',
      row('Sum__c', 'named:Sum'),
      'Sum__c is a formula, so it can only flow to Exchange.',
    ],
    [
      'cannot share a property',
      row('Topic__c', 'location'),
      'Location is mapped to the same Exchange property.',
    ],
  ])('%s', (_name, given, reason) => {
    expect(eventMapping([given], fields).problems.map((problem) => problem.reason)).toEqual(
      reason === null ? [] : [reason],
    );
  });

  it('leaves the defaults where it cannot work', () => {
    expect(eventMapping([row('Subject', 'location', 'Off')], fields).mapping).toEqual(
      eventMapping([], fields).mapping,
    );
  });

  it('cannot name a field of Outlook twice, however it is spelt', () => {
    const { problems } = eventMapping([row('Topic__c', 'named:Code'), row('Type', 'named:CODE')], fields);
    expect(problems).toEqual([
      { field: 'Type', reason: 'Topic__c is mapped to the same Exchange property.' },
    ]);
  });
});

it('honours what the user may do with the fields, but for subject and time', () => {
  const secured = new Map([...fields].map(([name, field]) => [name, { ...field, securedAs: name }]));
  const { mapping } = eventMapping([row('Topic__c', 'named:Code')], secured);
  const permitted = permittedEventMapping(mapping, {
    ...allPermitted,
    eventFields: { Location: 'edit', Topic__c: 'read' },
  });
  expect(permitted.mapping.fields.map(({ field, editable }) => [field, editable])).toEqual([
    ['Subject', true],
    ['StartDateTime', true],
    ['Location', true],
    ['Topic__c', false],
  ]);
  expect(permitted.missing.map(({ field, lacks }) => [field, lacks])).toEqual([
    ['Description', 'Read'],
    ['ShowAs', 'Read'],
    ['IsPrivate', 'Read'],
    ['ReminderDateTime', 'Read'],
    ['Topic__c', 'Edit'],
  ]);
});
