import { expect, it } from 'vitest';
import type { SuppressReason } from '../../domain/link.ts';
import { sampleContact, sampleLink, sampleRecord } from '../testing/samples.ts';
import { revived, revives } from './revival.ts';
import type { ExchangeSighting, SalesforceSighting } from './sighting.ts';

const item: ExchangeSighting = { kind: 'present', contact: sampleContact({}) };
const record = (inFilter: boolean): SalesforceSighting => ({
  kind: 'present',
  record: sampleRecord({}),
  inFilter,
  access: { read: true, edit: false, delete: false },
});

it.each<[SuppressReason, ExchangeSighting | null, SalesforceSighting | null, boolean]>([
  ['MovedOut', item, record(true), true],
  ['DeletedByPolicy', item, record(true), true],
  ['OutOfFilter', item, record(true), true],
  ['OutOfFilter', item, record(false), false],
  ['AccessLost', item, record(true), true],
  ['AccessLost', item, { kind: 'hidden' }, false],
  ['MovedOut', item, { kind: 'hidden' }, false],
  ['Ignored', item, record(true), false],
  ['Duplicate', item, record(true), false],
  ['MovedOut', { kind: 'gone', how: 'MovedOut' }, record(true), false],
  ['DeletedByPolicy', item, { kind: 'gone', how: 'DeletedByUser' }, false],
  ['MovedOut', null, record(true), false],
])('a link ended for %s', (reason, exchange, salesforce, lives) => {
  expect(revives(sampleLink({ state: 'Suppressed', reason }), exchange, salesforce)).toBe(lives);
});

it('a link that was ended because access was lost waits for the filter only if it depended on it', () => {
  const lost = sampleLink({ state: 'Suppressed', reason: 'AccessLost' });
  expect(revives({ ...lost, inFilter: true }, item, record(false))).toBe(false);
  expect(revives({ ...lost, inFilter: false }, item, record(false))).toBe(true);
});

it('a revived link remembers nothing and its copy is the user’s own', () => {
  const link = revived(
    sampleLink({ state: 'Suppressed', reason: 'MovedOut', madeBy: 'Exchange', pendingSalesforce: 'Deleted' }),
  );
  expect(link).toMatchObject({
    state: 'Live',
    reason: null,
    madeBy: null,
    exchangePrints: {},
    salesforcePrints: {},
    pendingSalesforce: null,
  });
});
