import { describe, expect, it } from 'vitest';
import type { FieldMapping } from '../../rules/field-mapping.ts';
import { someFields } from '../testing/samples.ts';
import { contactMapping } from './mapping.ts';

const fields = new Map([
  ...someFields,
  ['Score__c', { ...someFields.get('Title')!, name: 'Score__c', type: 'double' }],
  ['Read__c', { ...someFields.get('Title')!, name: 'Read__c', updateable: false }],
  ['Nick__c', { ...someFields.get('Title')!, name: 'Nick__c' }],
  ['Met__c', { ...someFields.get('Birthdate')!, name: 'Met__c' }],
  ['Full__c', { ...someFields.get('Title')!, name: 'Full__c', updateable: false, calculated: true }],
  ['Boss__c', { ...someFields.get('AccountId')!, name: 'Boss__c' }],
]);
const row = (field: string, property: string, direction: FieldMapping['direction'] = 'Both') => ({
  field,
  property,
  direction,
});

describe('a row of a field mapping', () => {
  it.each<[string, FieldMapping, string | null]>([
    ['maps a custom field', row('Nick__c', 'nickName'), null],
    ['may take a read-only field outwards', row('Read__c', 'nickName', 'ToExchange'), null],
    [
      'cannot write a read-only field',
      row('Read__c', 'nickName'),
      'Read__c is read-only, so it can only flow to Exchange.',
    ],
    [
      'cannot write a formula',
      row('Full__c', 'nickName', 'ToSalesforce'),
      'Full__c is a formula, so it can only flow to Exchange.',
    ],
    [
      'maps a date to the birthday',
      row('Met__c', 'birthday'),
      'Birthdate is mapped to the same Exchange property.',
    ],
    [
      'cannot put a date into text',
      row('Met__c', 'nickName'),
      'Met__c is a date field and cannot hold text.',
    ],
    [
      'cannot put text into a date',
      row('Nick__c', 'birthday'),
      'Nick__c is a string field, and birthday only goes with a date.',
    ],
    [
      'cannot put text into a lookup',
      row('Boss__c', 'manager'),
      'Boss__c is a reference field and cannot hold text.',
    ],
    [
      'cannot put text into a number',
      row('Score__c', 'nickName'),
      'Score__c is a double field and cannot hold text.',
    ],
    ['needs a field that exists', row('None__c', 'nickName'), 'Contact has no field None__c.'],
    [
      'needs a property that exists',
      row('Nick__c', 'emailAddresses[3].address'),
      'Exchange contacts have no property emailAddresses[3].address.',
    ],
    [
      'cannot move the e-mail address',
      row('Email', 'emailAddresses[1].address'),
      'Email always goes with emailAddresses[0].address, since contacts are paired by it.',
    ],
    [
      'cannot share a property',
      row('Nick__c', 'mobilePhone'),
      'MobilePhone is mapped to the same Exchange property.',
    ],
  ])('%s', (_name, given, reason) => {
    expect(contactMapping([given], fields).problems.map((problem) => problem.reason)).toEqual(
      reason === null ? [] : [reason],
    );
  });

  it('turns a field off', () => {
    const { mapping } = contactMapping([row('Title', 'jobTitle', 'Off')], fields);
    expect(mapping.fields.some(({ field }) => field === 'Title')).toBe(false);
  });
});

it('takes the first of two rows for a field', () => {
  const { mapping, problems } = contactMapping(
    [row('Nick__c', 'nickName'), row('Nick__c', 'initials')],
    fields,
  );
  expect(mapping.fields.find(({ field }) => field === 'Nick__c')?.path.root).toBe('nickName');
  expect(problems).toEqual([
    { field: 'Nick__c', reason: 'Nick__c is mapped twice; the first mapping counts.' },
  ]);
});

it('leaves a default row that is written out as it is', () => {
  const readOnly = new Map([['Title', { ...someFields.get('Title')!, updateable: false }]]);
  expect(contactMapping([row('Title', 'jobTitle')], readOnly)).toEqual(contactMapping([], readOnly));
});

it('lets a property go with the first of the fields that are mapped to it', () => {
  const { mapping } = contactMapping([row('Nick__c', 'mobilePhone')], fields);
  const withPhone = mapping.fields.filter(({ path }) => path.root === 'mobilePhone');
  expect(withPhone.map(({ field }) => field)).toEqual(['MobilePhone']);
});

it('leaves out fields that the org does not have', () => {
  const { mapping } = contactMapping([], new Map([['LastName', someFields.get('LastName')!]]));
  expect(mapping.fields.map(({ field }) => field)).toEqual(['LastName']);
});
