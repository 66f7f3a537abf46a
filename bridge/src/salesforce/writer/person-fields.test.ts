import { expect, it } from 'vitest';
import { accountFieldOf } from './person-fields.ts';

it.each([
  ['LastName', 'LastName'],
  ['Phone', 'Phone'],
  ['Email', 'PersonEmail'],
  ['MailingPostalCode', 'PersonMailingPostalCode'],
  ['Hobby__c', 'Hobby__pc'],
  ['Description', null],
  ['AccountId', null],
])('writes %s of a contact to %s of its person account', (field, expected) => {
  expect(accountFieldOf(field)).toBe(expected);
});
