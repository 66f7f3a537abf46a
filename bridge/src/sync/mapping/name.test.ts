import { describe, expect, it } from 'vitest';
import { displayNameOf, isDerivedDisplayName, lastNameOf } from './name.ts';

describe('the last name', () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ['is the surname', { surname: 'Lee', displayName: 'Ann Other' }, 'Lee'],
    ['else the last word of the display name', { displayName: 'Ann  Lee' }, 'Lee'],
    ['else of "file as"', { fileAs: 'Lee' }, 'Lee'],
    ['else the first name', { givenName: 'Ann' }, 'Ann'],
    ['else the company', { companyName: 'Acme' }, 'Acme'],
    ['else the address before the @', { emailAddresses: [{ address: 'lee@x.test' }] }, 'lee'],
    ['else nothing', { surname: ' ' }, null],
  ])('%s', (_name, properties, expected) => {
    expect(lastNameOf(properties)).toBe(expected);
  });
});

it('a display name follows the name parts only when it was made from them', () => {
  expect(isDerivedDisplayName({ givenName: 'Ann', surname: 'Lee', displayName: 'Ann Lee' })).toBe(true);
  expect(
    isDerivedDisplayName({ title: 'Dr', givenName: 'Ann', surname: 'Lee', displayName: 'Dr Ann Lee' }),
  ).toBe(true);
  expect(isDerivedDisplayName({ givenName: 'Ann', surname: 'Lee', displayName: 'The boss' })).toBe(false);
  expect(displayNameOf({ givenName: 'Ann', surname: 'Lee' })).toBe('Ann Lee');
  expect(displayNameOf({ companyName: 'Acme' })).toBe('Acme');
});
