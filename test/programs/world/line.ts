import { Throttled } from '../../../bridge/src/exchange/exchange.ts';

/** What goes wrong in one pass, at its `at`-th call (or the `at`-th written item). */
export type Trouble =
  | 'none'
  /** The process dies before a call. */
  | 'crashBefore'
  /** The process dies when a call was carried out and before its answer is read. */
  | 'crashAfter'
  /** One written item is carried out, but no answer comes. */
  | 'lostAnswer'
  /** One written item is put off and not carried out. */
  | 'later'
  /** A read is put off. */
  | 'throttled'
  /** A person acts between two calls. */
  | 'meddling';

/** The process of a pass died. */
export class Crash extends Error {}

/** The line between one pass and everything outside of it: where faults happen. */
export interface Line {
  /** Before a call. */
  enter(read: boolean): void;
  /**
   * Between the last look at stamps and the answers to the writes that rely on it, a change of a record or an item that comes
   * back is noticed by nobody: a documented gap.
   */
  gap(open: boolean): void;
  /** After its effect. */
  leave(): void;
  /** For one item of a write: what becomes of it. */
  item(): 'done' | 'lostAnswer' | 'later';
  readonly calls: () => number;
}

/** A line with one trouble on it. */
export function createLine(trouble: Trouble, at: number, meddle: (inGap: boolean) => void): Line {
  let calls = 0;
  let items = 0;
  let dead = false;
  let inGap = false;
  const die = () => {
    dead = true;
    throw new Crash();
  };
  return {
    enter(read) {
      if (dead) throw new Crash();
      calls += 1;
      if (calls !== at) return;
      if (trouble === 'crashBefore') die();
      if (trouble === 'throttled' && read) {
        dead = true;
        throw new Throttled('a read', 1000);
      }
      if (trouble === 'meddling') meddle(inGap);
    },
    gap: (open) => void (inGap = open),
    leave() {
      if (trouble === 'crashAfter' && calls === at) die();
    },
    item() {
      items += 1;
      return (trouble === 'lostAnswer' || trouble === 'later') && items === at ? trouble : 'done';
    },
    calls: () => calls,
  };
}

/** The promise of what a call does at once; what it throws is a rejection, as with calls over a network. */
export function answer<Result>(call: () => Result): Promise<Result> {
  try {
    return Promise.resolve(call());
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
