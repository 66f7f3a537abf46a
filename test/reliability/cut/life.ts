import type { Passage } from '../gate.ts';

/** Where a process dies: before a call arrives, after it was carried out, or before a write of state. The first has number 0. */
export interface Death {
  readonly at: 'before call' | 'after call' | 'before write';
  readonly number: number;
}

/** One life of a bridge, from its start to its end or its death. */
export interface Life {
  /** The calls so far, each with whether it may have changed something, and the number of writes of state. */
  readonly counts: { readonly calls: (() => boolean)[]; writes: number };
  isDead(): boolean;
  /** Settled when it is dead, and what it was doing has arrived where it goes. */
  readonly died: Promise<'died'>;
  /** Decides about the next call, of which can be told whether it may have changed something. */
  call(changing: () => boolean): Passage;
  /** Throws before a write that is not to be made, and before everything when dead. */
  enter(write: boolean): void;
}

/** A life with that death, or without any. */
export function createLife(death?: Death): Life {
  const counts: Life['counts'] = { calls: [], writes: 0 };
  const { promise: died, resolve } = Promise.withResolvers<'died'>();
  let dead = false;
  const due = (at: Death['at'], number: number) => death?.at === at && death.number === number;
  return {
    counts,
    died,
    isDead: () => dead,
    call(changing) {
      if (dead) return { kind: 'cut' };
      const number = counts.calls.push(changing) - 1;
      const before = due('before call', number);
      if (!before && !due('after call', number)) return { kind: 'pass' };
      dead = true;
      if (!before) return { kind: 'lose', done: () => resolve('died') };
      resolve('died');
      return { kind: 'cut' };
    },
    enter(write) {
      if (!dead && write && due('before write', counts.writes++)) {
        dead = true;
        resolve('died');
      }
      if (dead) throw new Error('The process is dead.');
    },
  };
}
