import { describe, expect, it } from 'vitest';
import { newRecordType } from './record-type.ts';

const types = [
  { id: '012a', developerName: 'Partner', active: true, available: true },
  { id: '012b', developerName: 'Old', active: false, available: true },
  { id: '012c', developerName: 'Hr', active: true, available: false },
];

describe('the record type of new contacts', () => {
  it('is the default one when none is chosen', () => {
    expect(newRecordType(null, types)).toEqual({ kind: 'default' });
    expect(newRecordType(' ', [])).toEqual({ kind: 'default' });
  });

  it('is found by its API name, letter case ignored', () => {
    expect(newRecordType('partner ', types)).toEqual({ kind: 'chosen', id: '012a' });
  });

  it('is found by its id', () => {
    expect(newRecordType('012a', types)).toEqual({ kind: 'chosen', id: '012a' });
    expect(newRecordType('012b', types)).toEqual({
      kind: 'unusable',
      reason: 'The record type Old is inactive.',
    });
  });

  it.each([
    ['Unknown', 'Contacts have no record type Unknown.'],
    ['Old', 'The record type Old is inactive.'],
    ['Hr', 'The record type Hr is not available to the integration user.'],
  ])('cannot be %s, and the reason is said', (name, reason) => {
    expect(newRecordType(name, types)).toEqual({ kind: 'unusable', reason });
  });
});
