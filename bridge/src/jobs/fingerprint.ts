import { createHmac, createSecretKey } from 'node:crypto';
import type { Fingerprint } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TakeFingerprint } from '../sync/merge/merge-values.ts';

/** Fingerprints taken last are kept: both sides of a link mostly hold the same values, and many fields are empty. */
const mostKept = 2_000;

/** Takes fingerprints with this installation's key: they tell whether a value changed, and nothing about the value. */
export function createFingerprint(key: string): TakeFingerprint {
  const secret = createSecretKey(Buffer.from(key));
  const kept = new Map<string, Fingerprint>();
  return (field, value) => {
    const text = JSON.stringify([field, value]);
    const before = kept.get(text);
    if (before !== undefined) return before;
    const print = as<Fingerprint>(createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22));
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, print);
    return print;
  };
}
