import { expect, it } from 'vitest';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { attention } from './attention.ts';

const ended: Link = {
  kind: 'Contact',
  scope: 'contacts',
  exchangeId: as<ExchangeId>('item'),
  recordId: as<RecordId>('record'),
  meeting: null,
  isOrganizer: null,
  state: 'Suppressed',
  reason: 'OutOfFilter',
  madeBy: 'Exchange',
  etag: null,
  exchangePrints: {},
  salesforcePrints: {},
  inFilter: false,
  pendingExchange: null,
  pendingSalesforce: null,
  lastSynced: null,
  lastSyncedFrom: null,
};

const seen = (link: Link) => ({
  links: [link],
  contacts: new Map(),
  tombstones: new Set([link.exchangeId]),
  records: new Set([link.recordId]),
  full: false,
});

it('looks at a record that comes back into the filter although the removal of its copy shows only now', () => {
  expect(attention(seen(ended)).links).toEqual([ended]);
});

it('leaves a link alone whose item was deleted although its record changed', () => {
  expect(attention(seen({ ...ended, reason: 'DeletedByPolicy' })).links).toEqual([]);
});
