import type { Store } from '../../../bridge/src/store/store.ts';
import { isChanging } from '../../database/changing-calls.ts';

/** The store as a process sees it that may die: before each write, and at each call when it is dead, `enter` may throw. */
export function mortalStore(store: Store, enter: (write: boolean) => void): Store {
  const parts = Object.entries(store).map(([part, calls]): [string, unknown] => {
    if (typeof calls === 'function') return [part, calls];
    const mortal = Object.entries(calls as Record<string, Call>).map(([name, call]): [string, Call] => [
      name,
      async (...args) => {
        enter(isChanging(part, name));
        return call(...args);
      },
    ]);
    return [part, Object.fromEntries(mortal)];
  });
  return Object.fromEntries(parts) as unknown as Store;
}

type Call = (...args: unknown[]) => Promise<unknown>;
