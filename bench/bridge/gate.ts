import type { UserId } from '../../bridge/src/domain/ids.ts';
import type { Kind } from '../../bridge/src/domain/words.ts';
import type { Queue } from '../../bridge/src/store/queue/queue.ts';
import type { Store } from '../../bridge/src/store/store.ts';

/** Holds a running bridge between two readings of the org, and tells when a cycle's passes have ended. */
export interface CycleGate {
  /** The store as the bridge is to use it: its readings of the org wait. */
  readonly store: Store;
  /** The queue as the bridge is to use it: passes are counted. */
  readonly queue: Queue;
  /** Resolves when the bridge waits for the next cycle. */
  ready(): Promise<void>;
  /** Lets one cycle run; resolves when so many mailboxes had their pass of that kind and nothing waits or runs. */
  cycle(kind: Kind, mailboxes: number): Promise<void>;
}

/** Makes the gate. It uses that the bridge leases the org's reader before each reading, and nothing else of its loop. */
export function createCycleGate(store: Store, queue: Queue): CycleGate {
  let open: (() => void) | null = null;
  let onReady: (() => void) | null = null;
  const waiting = new Set<string>();
  const running = new Set<string>();
  const passed = new Set<string>();
  let wanted: { readonly kind: Kind; readonly mailboxes: number; readonly done: () => void } | null = null;

  function look(): void {
    if (wanted === null || waiting.size > 0 || running.size > 0) return;
    const { kind, mailboxes } = wanted;
    if ([...passed].filter((key) => key.startsWith(kind)).length < mailboxes) return;
    wanted.done();
    wanted = null;
  }

  const lease: Store['readers']['lease'] = async (...given) => {
    await new Promise<void>((resolve) => {
      open = resolve;
      onReady?.();
    });
    open = null;
    return store.readers.lease(...given);
  };
  return {
    store: { ...store, readers: { ...store.readers, lease } },
    queue: {
      wake: async (userId, kind, options) => {
        if (options?.afterSeconds === undefined) waiting.add(keyOf({ userId, kind }));
        await queue.wake(userId, kind, options);
      },
      wakeMany: async (passes, options) => {
        for (const pass of passes) waiting.add(keyOf(pass));
        await queue.wakeMany(passes, options);
      },
      work: (run, options) =>
        queue.work(async (pass, signal) => {
          const key = keyOf(pass);
          waiting.delete(key);
          running.add(key);
          try {
            await run(pass, signal);
          } finally {
            running.delete(key);
            passed.add(key);
            look();
          }
        }, options),
      stop: (options) => queue.stop(options),
    },
    ready: async () => {
      if (open === null) await new Promise<void>((resolve) => (onReady = resolve));
      onReady = null;
    },
    cycle: async (kind, mailboxes) => {
      passed.clear();
      await new Promise<void>((done) => {
        wanted = { kind, mailboxes, done };
        open?.();
      });
    },
  };
}

function keyOf({ userId, kind }: { readonly userId: UserId; readonly kind: Kind }): string {
  return `${kind} ${userId}`;
}
