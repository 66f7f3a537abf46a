import { refuse, type Refusal } from '../refusal.ts';

/** Records that somebody else's transaction holds. */
export interface Locks {
  /** Locks until the time (milliseconds), or until released. */
  lock(id: string, until: number | undefined): void;
  release(id: string): void;
  ids(): string[];
  /** The refusal of a write that needs any of these records. */
  check(ids: readonly (string | null | undefined)[]): Refusal | undefined;
}

/** No locks; expiry follows the given clock. */
export function createLocks(now: () => number): Locks {
  const locks = new Map<string, number>();
  const isLocked = (id: string) => {
    const until = locks.get(id);
    if (until === undefined) return false;
    if (now() < until) return true;
    locks.delete(id);
    return false;
  };
  return {
    lock: (id, until) => void locks.set(id, until ?? Infinity),
    release: (id) => void locks.delete(id),
    ids: () => [...locks.keys()].filter(isLocked),
    check(ids) {
      if (locks.size === 0) return undefined;
      const held = ids.find((id) => id !== null && id !== undefined && isLocked(id));
      if (held === undefined) return undefined;
      return refuse(
        'UNABLE_TO_LOCK_ROW',
        `unable to obtain exclusive access to this record or 1 records: ${held}`,
        [],
      );
    },
  };
}
