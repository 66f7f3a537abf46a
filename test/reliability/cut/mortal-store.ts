import type { Store } from '../../../bridge/src/store/store.ts';

/** Calls of the store that change what it holds, by their place in it. */
const writes: { readonly [Part in keyof Store]?: readonly (keyof Store[Part])[] } = {
  mailboxes: ['assign', 'restore', 'update', 'reset'],
  claims: ['take', 'renew', 'release'],
  links: ['load'],
  records: ['remember', 'markGone'],
  accounts: ['remember'],
  inbox: ['report', 'put', 'remove'],
  intents: ['add'],
  chunks: ['remember'],
  turns: ['take', 'end'],
  access: ['remember'],
  events: ['updateCalendar', 'remember', 'markGone', 'rememberSeries', 'noteMailing', 'chooseAttendee'],
  activity: ['add'],
  readers: ['set', 'lease'],
  meta: ['set'],
};

/** The store as a process sees it that may die: before each write, and at each call when it is dead, `enter` may throw. */
export function mortalStore(store: Store, enter: (write: boolean) => void): Store {
  const parts = Object.entries(store).map(([part, calls]): [string, unknown] => {
    if (typeof calls === 'function') return [part, calls];
    const changing: readonly string[] = (writes as Record<string, readonly string[]>)[part] ?? [];
    const mortal = Object.entries(calls as Record<string, Call>).map(([name, call]): [string, Call] => [
      name,
      async (...args) => {
        enter(changing.includes(name));
        return call(...args);
      },
    ]);
    return [part, Object.fromEntries(mortal)];
  });
  return Object.fromEntries(parts) as unknown as Store;
}

type Call = (...args: unknown[]) => Promise<unknown>;
