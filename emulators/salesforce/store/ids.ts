const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID_PATTERN = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-5]{3})?$/;

/**
 * Adds the three checksum characters that make a 15-character id case-safe: per five characters, one bit for
 * each upper-case letter (Object Reference, "Field Types: ID Field Type").
 */
export function to18(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const c = id15.charCodeAt(chunk + i);
      if (c >= 65 && c <= 90) bits |= 1 << i;
    }
    suffix += CHECKSUM_ALPHABET[bits];
  }
  return id15 + suffix;
}

/** The 18-character form of an id given with 15 or 18 characters; undefined when it is no well-formed id. */
export function normaliseId(value: unknown): string | undefined {
  if (typeof value !== 'string' || !ID_PATTERN.test(value)) return undefined;
  return to18(value.slice(0, 15));
}

/** Makes the ids of one object: its three-character key prefix, a pod number and a counter in base 62. */
export function createIdSequence(keyPrefix: string): () => string {
  let counter = 0;
  return () => {
    counter += 1;
    let digits = '';
    for (let rest = counter; rest > 0; rest = Math.floor(rest / 62)) digits = BASE62[rest % 62]! + digits;
    return to18(`${keyPrefix}5g0${digits.padStart(9, '0')}`);
  };
}
