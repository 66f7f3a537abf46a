import { expect, it } from 'vitest';
import type { EventKeys } from '../../salesforce/events/salesforce-events.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';
import { knownEvent } from './known-event.ts';

const keys = {
  stamp: '2026-05-01T09:00:07.000Z',
  subject: 'Planning',
  time: { start: '2026-05-02T09:00:00.000Z', end: '2026-05-02T10:00:00.000Z', isAllDay: false },
  key: null,
} as unknown as EventKeys;
const fingerprint = ((field, value) => `${field}=${String(value)}`) as TakeFingerprint;

it('is known with an open stamp when it was read in the second of its change, and so is news once more', () => {
  const early = knownEvent(keys, fingerprint, '2026-05-01T09:00:07Z').stamp;
  const late = knownEvent(keys, fingerprint, '2026-05-01T09:00:10Z').stamp;
  expect(late).toBe(keys.stamp);
  expect(early).not.toBe(late);
});
