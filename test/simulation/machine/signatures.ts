import type { webcrypto } from 'node:crypto';
import crypto, { KeyObject } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const kept = new Map<string, Buffer>();
const mostKept = 5_000;

function once(key: string, make: () => Buffer): Buffer {
  const found = kept.get(key);
  if (found) return found;
  const made = make();
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  return made;
}

/**
 * Signs and verifies in the same turn of the event loop: the thread pool of Web Cryptography would answer when it likes. What
 * was signed or verified already is not computed again, since most runs sign in with the same words at the same time.
 */
export function installSignatures(): void {
  const prototype = Object.getPrototypeOf(globalThis.crypto.subtle) as webcrypto.SubtleCrypto;
  const keyed = (key: webcrypto.CryptoKey) => {
    const { saltLength } = key.algorithm as { saltLength?: number };
    const pss = key.algorithm.name === 'RSA-PSS';
    return {
      key: KeyObject.from(key),
      ...(pss && { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLength ?? 32 }),
    };
  };
  const plainSign = crypto.sign;
  const plainVerify = crypto.verify;
  Object.assign(prototype, {
    sign: async (_algorithm: unknown, key: webcrypto.CryptoKey, data: Uint8Array) => {
      const text = Buffer.from(data);
      return once(`${key.algorithm.name} ${text.toString()}`, () => plainSign('sha256', text, keyed(key)));
    },
    verify: async (
      _algorithm: unknown,
      key: webcrypto.CryptoKey,
      signature: Uint8Array,
      data: Uint8Array,
    ) => {
      const name = `verify ${key.algorithm.name} ${Buffer.from(data).toString()} ${Buffer.from(signature).toString('hex')}`;
      const fits = once(name, () =>
        Buffer.from([plainVerify('sha256', Buffer.from(data), keyed(key), Buffer.from(signature)) ? 1 : 0]),
      );
      return fits[0] === 1;
    },
  });
  syncBuiltinESMExports();
}
