import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Chance of which the seed is the only cause. */
export interface Chance {
  /** In [0, 1). */
  real(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** True so often in a hundred times. */
  percent(percent: number): boolean;
  one<Thing>(things: readonly Thing[]): Thing;
}

/** The generator sfc32, seeded by any text. */
export function createChance(seed: string): Chance {
  let [a, b, c, d] = words(seed);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    real: next,
    below,
    percent: (percent) => next() * 100 < percent,
    one: (things) => things[below(things.length)]!,
  };
}

/** Four words of the text's FNV-1a hashes. */
function words(text: string): [number, number, number, number] {
  const hash = (salt: number) => {
    let sum = 0x811c9dc5 ^ salt;
    for (let index = 0; index < text.length; index += 1)
      sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
    return sum | 0;
  };
  return [hash(1), hash(2), hash(3), hash(4)];
}

let present = createChance('none');

/** From now on everything random in this process comes from this chance. */
export function useChance(chance: Chance): void {
  present = chance;
}

/** Replaces the sources of chance of this process: `Math.random` and those of `node:crypto`. */
export function installChance(): void {
  Math.random = () => present.real();
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => present.below(256)));
  const uuid = () => {
    const hex = bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  Object.assign(crypto, { randomBytes: bytes, randomUUID: uuid });
  Object.assign(globalThis.crypto, {
    randomUUID: uuid,
    getRandomValues: (array: Uint8Array) => array.map(() => present.below(256)),
  });
  syncBuiltinESMExports();
}
