import { describe, expect, it } from 'vitest';
import type { ExchangeProperties, Values } from '../../domain/item.ts';
import { someMapping } from '../testing/samples.ts';
import { exchangeWrite } from './exchange-write.ts';

const two = [
  { address: 'a@x.test', name: 'Ann' },
  { address: 'b@x.test', name: 'b@x.test' },
];

describe('a write to Exchange', () => {
  it.each<[string, Values, ExchangeProperties, ExchangeProperties]>([
    ['names only what changed', { Title: 'Boss' }, { mobilePhone: '1' }, { jobTitle: 'Boss' }],
    ['empties a property', { Title: null }, {}, { jobTitle: null }],
    [
      'keeps the other addresses and the name',
      { Email: 'c@x.test' },
      { emailAddresses: two },
      { emailAddresses: [{ address: 'c@x.test', name: 'Ann' }, two[1]] },
    ],
    ['closes up an emptied slot', { Email: null }, { emailAddresses: two }, { emailAddresses: [two[1]] }],
    ['starts a list', { Phone: '1' }, {}, { businessPhones: ['1'] }],
    [
      'keeps the other parts of an address',
      { MailingCity: 'Bonn' },
      { businessAddress: { street: 'A 1' } },
      { businessAddress: { street: 'A 1', city: 'Bonn' } },
    ],
    ['makes a date noon', { Birthdate: '1980-05-06' }, {}, { birthday: '1980-05-06T12:00:00Z' }],
    [
      'makes the display name follow',
      { LastName: 'Diaz' },
      { givenName: 'Ann', surname: 'Lee', displayName: 'Ann Lee' },
      { surname: 'Diaz', displayName: 'Ann Diaz' },
    ],
    [
      "keeps the user's own display name",
      { LastName: 'Diaz' },
      { givenName: 'Ann', surname: 'Lee', displayName: 'Boss' },
      { surname: 'Diaz', displayName: 'Boss' },
    ],
  ])('%s', (_name, changes, current, expected) => {
    expect(exchangeWrite(changes, someMapping, current)).toEqual(expected);
  });
});
