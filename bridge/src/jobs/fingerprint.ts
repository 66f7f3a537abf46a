import { createHmac, createSecretKey } from 'node:crypto';
import type { Fingerprint } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Value } from '../domain/item.ts';
import type { TakeFingerprint } from '../sync/merge/merge-values.ts';

/** So many fingerprints are kept: both sides of a link mostly hold the same values, and each step of a pass compares them anew. */
const mostKept = 40_000;
/** Of values no longer than this, so that descriptions do not fill the memory. */
const longestKept = 100;

/** Takes fingerprints with this installation's key: they tell whether a value changed, and nothing about the value. */
export function createFingerprint(key: string): TakeFingerprint {
  const secret = createSecretKey(Buffer.from(key));
  const kept = new Map<string, Map<Value, Fingerprint>>();
  let size = 0;
  return (field, value) => {
    const before = kept.get(field)?.get(value);
    if (before !== undefined) return before;
    const text = JSON.stringify([field, value]);
    const print = as<Fingerprint>(createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22));
    if (value !== null && value.length > longestKept) return print;
    if (size >= mostKept) {
      kept.clear();
      size = 0;
    }
    const ofField = kept.get(field) ?? new Map<Value, Fingerprint>();
    kept.set(field, ofField.set(value, print));
    size += 1;
    return print;
  };
}
