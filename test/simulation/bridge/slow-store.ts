import type { Store } from '../../../bridge/src/store/store.ts';
import type { Chance } from '../machine/chance.ts';
import type { Scheduler } from '../machine/scheduler.ts';
import { runningProcess } from '../machine/time.ts';

/** Calls of the store that change what it holds. */
const writes: { readonly [Part in keyof Store]?: readonly (keyof Store[Part])[] } = {
  mailboxes: ['assign', 'restore', 'update', 'reset'],
  claims: ['take', 'renew', 'release'],
  turns: ['take', 'end'],
  events: ['updateCalendar', 'remember', 'markGone', 'rememberSeries', 'noteMailing'],
  links: ['load'],
  records: ['remember', 'markGone'],
  accounts: ['remember', 'choose'],
  inbox: ['report', 'reportCompanies', 'put', 'putAll', 'remove'],
  follows: ['remember'],
  matches: ['remember'],
  access: ['remember', 'forgetOld'],
  intents: ['add'],
  chunks: ['remember'],
  readers: ['begin', 'set', 'done'],
  meta: ['set'],
};

type Call = (...given: unknown[]) => Promise<unknown>;

/** The store of a process, whose writes take a while: each is a step, before which the process may die. */
export function slowStore(
  store: Store,
  scheduler: Scheduler,
  chance: Chance,
  beforeWrite: () => void,
): Store {
  const slow: Record<string, unknown> = { ...store };
  for (const [part, names] of Object.entries(writes)) {
    const calls = (store as unknown as Record<string, Record<string, Call>>)[part]!;
    slow[part] = {
      ...calls,
      ...Object.fromEntries(names.map((name) => [name, stepped(`${part}.${name}`, calls[name]!)])),
    };
  }
  return slow as unknown as Store;

  function stepped(label: string, call: Call): Call {
    return (...given) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const process = runningProcess.getStore() ?? null;
      scheduler.schedule(chance.below(4), {
        process,
        label: `store ${label}`,
        async run() {
          beforeWrite();
          await call(...given).then(resolve, reject);
        },
      });
      return promise;
    };
  }
}
