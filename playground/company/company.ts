import { everydayAcquaintance } from './everyday.ts';
import type { KnownTo } from './everyday.ts';
import { particularAcquaintances } from './particular.ts';
import type { Acquaintance } from './words.ts';

/** So many contacts each side holds for the three reps together. */
export const contactsPerSide = 300;

const pairs = 170;

/** Everybody whom the three reps know, on either side: the same people in the same order at each call. */
export function acquaintances(): readonly Acquaintance[] {
  const missing = (side: 'exchange' | 'salesforce') =>
    contactsPerSide - pairs - particularAcquaintances.filter((one) => one[side]).length;
  const knownTo: KnownTo[] = [
    ...fill(pairs, 'both'),
    ...fill(missing('exchange'), 'exchange'),
    ...fill(missing('salesforce'), 'salesforce'),
  ];
  return [...particularAcquaintances, ...knownTo.map((sides, index) => everydayAcquaintance(index, sides))];
}

const fill = (count: number, sides: KnownTo) => Array.from({ length: count }, () => sides);
