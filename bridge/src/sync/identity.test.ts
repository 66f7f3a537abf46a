import { expect, it } from 'vitest';
import type { ExchangeId, ExchangeUserId, OrgId, RecordId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { keyedItem, markedRecord, markerOf, recordKeyOf } from './identity.ts';

const org = as<OrgId>('org');
const user = as<ExchangeUserId>('user');

it('a marker names its record in its own org only', () => {
  const marker = markerOf(org, as<RecordId>('record'));
  expect(markedRecord(marker, org)).toBe('record');
  expect(markedRecord(marker, as<OrgId>('sandbox'))).toBeNull();
  expect(markedRecord(null, org)).toBeNull();
});

it('a record key names its item in its own mailbox only', () => {
  const key = recordKeyOf(user, as<ExchangeId>('item|with a bar'));
  expect(keyedItem(key, user)).toBe('item|with a bar');
  expect(keyedItem(key, as<ExchangeUserId>('another'))).toBeNull();
  expect(keyedItem(null, user)).toBeNull();
});
