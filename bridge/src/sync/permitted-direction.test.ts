import { expect, it } from 'vitest';
import { permittedDirection } from './permitted-direction.ts';
import { allPermitted as all } from './testing/samples.ts';

it('leaves every direction as it is for a user who may do everything', () => {
  for (const direction of ['Off', 'Both', 'ExchangeToSalesforce', 'SalesforceToExchange'] as const)
    expect(permittedDirection(direction, all)).toEqual({ direction, missing: [] });
});

it('syncs out of Salesforce only when a user may read but not edit, and names what is missing', () => {
  expect(permittedDirection('Both', { ...all, editContacts: false, readAccounts: false })).toEqual({
    direction: 'SalesforceToExchange',
    missing: ['Edit on contacts', 'Read on accounts'],
  });
});

it('syncs nothing for a user who lacks what the only direction needs', () => {
  expect(permittedDirection('Both', { ...all, readContacts: false }).direction).toBe('Off');
  expect(permittedDirection('ExchangeToSalesforce', { ...all, createContacts: false })).toEqual({
    direction: 'Off',
    missing: ['Create on contacts'],
  });
  expect(permittedDirection('SalesforceToExchange', { ...all, readContacts: false }).direction).toBe('Off');
});
