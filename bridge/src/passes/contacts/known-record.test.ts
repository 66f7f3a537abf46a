import { expect, it } from 'vitest';
import type { ContactKeys } from '../../salesforce/salesforce.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';
import { knownRecord } from './known-record.ts';

const keys = {
  stamp: '2026-05-01T09:00:07.000Z',
  email: null,
  firstName: null,
  lastName: 'Lee',
  accountName: null,
  key: null,
} as unknown as ContactKeys;
const fingerprint = ((field, value) => `${field}=${value}`) as TakeFingerprint;
const stampAt = (readAt: string | null) => knownRecord(keys, fingerprint, readAt).stamp;

it('remembers the stamp of a record that was left alone for two seconds', () => {
  expect(stampAt('2026-05-01T09:00:09Z')).toBe(keys.stamp);
  expect(stampAt(null)).toBe(keys.stamp);
});

it('keeps the stamp of a record that was just changed open, so that a change in the same second is news later', () => {
  expect(stampAt('2026-05-01T09:00:07Z')).not.toBe(keys.stamp);
  expect(stampAt('2026-05-01T09:00:08Z')).toBe(stampAt('2026-05-01T09:00:07Z'));
});
