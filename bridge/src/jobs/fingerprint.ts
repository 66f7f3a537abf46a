import { createHmac } from 'node:crypto';
import type { Fingerprint } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TakeFingerprint } from '../sync/merge/merge-contact.ts';

/** Takes fingerprints with this installation's key: they tell whether a value changed, and nothing about the value. */
export function createFingerprint(key: string): TakeFingerprint {
  return (field, value) =>
    as<Fingerprint>(
      createHmac('sha256', key)
        .update(JSON.stringify([field, value]))
        .digest('base64url')
        .slice(0, 22),
    );
}
