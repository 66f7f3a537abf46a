import { describe, expect, it } from 'vitest';
import type { FieldMapping } from '../../domain/mapping.ts';
import { someFields } from '../testing/samples.ts';
import { contactMapping } from './contact-mapping.ts';

const fields = new Map([
  ...someFields,
  ['Score__c', { ...someFields.get('Title')!, name: 'Score__c', type: 'double' }],
  ['Read__c', { ...someFields.get('Title')!, name: 'Read__c', updateable: false }],
  ['Nick__c', { ...someFields.get('Title')!, name: 'Nick__c' }],
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

it('lets a property go with the first of the fields that are mapped to it', () => {
  const { mapping } = contactMapping([row('Nick__c', 'mobilePhone')], fields);
  const withPhone = mapping.fields.filter(({ path }) => path.root === 'mobilePhone');
  expect(withPhone.map(({ field }) => field)).toEqual(['MobilePhone']);
});

it('leaves out fields that the org does not have', () => {
  const { mapping } = contactMapping([], new Map([['LastName', someFields.get('LastName')!]]));
  expect(mapping.fields.map(({ field }) => field)).toEqual(['LastName']);
});
