import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { Kind } from '../../../bridge/src/domain/words.ts';
import type { Queue, RunPass } from '../../../bridge/src/store/queue/queue.ts';

/** How a pass went, as far as its queue can tell: `done` means that nothing asked for another one. */
export type PassEnd = 'done' | 'again' | 'failed';

/** What is told of the passes of a process. */
export interface PassWatch {
  began(userId: UserId, kind: Kind): void;
  ended(userId: UserId, kind: Kind, end: PassEnd): void;
}

const firstPauseSeconds = 5;
const longestPauseSeconds = 600;

/** One waiting and one running pass of each mailbox and kind. */
interface Slot {
  readonly userId: UserId;
  readonly kind: Kind;
}

/** The queue of one process, in its memory. */
export function createQueue(watch: PassWatch): Queue {
  const slots = new Map<string, Slot>();
  const waiting = new Map<Slot, number>();
  const running = new Map<Slot, { again: boolean }>();
  const failures = new Map<Slot, number>();
  let run: RunPass | null = null;
  let most = 1;

  function slotOf(userId: UserId, kind: Kind): Slot {
    const key = `${kind} ${userId}`;
    const slot = slots.get(key) ?? { userId, kind };
    slots.set(key, slot);
    return slot;
  }

  function put(slot: Slot, afterSeconds: number): void {
    const due = Date.now() + afterSeconds * 1000;
    const before = waiting.get(slot);
    if (before !== undefined && before <= due) return;
    waiting.set(slot, due);
    setTimeout(start, Math.max(0, due - Date.now()));
  }

  function start(): void {
    for (const [slot, due] of waiting) {
      if (!run || running.size >= most || running.has(slot) || due > Date.now()) continue;
      waiting.delete(slot);
      void pass(run, slot);
    }
  }

  async function pass(go: RunPass, slot: Slot): Promise<void> {
    const { userId, kind } = slot;
    const mine = { again: false };
    running.set(slot, mine);
    watch.began(userId, kind);
    try {
      await go({ userId, kind }, new AbortController().signal);
      failures.delete(slot);
      watch.ended(userId, kind, mine.again ? 'again' : 'done');
    } catch {
      const count = (failures.get(slot) ?? 0) + 1;
      failures.set(slot, count);
      put(slot, Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (count - 1)));
      watch.ended(userId, kind, 'failed');
    }
    running.delete(slot);
    start();
  }

  return {
    wake(userId, kind, { afterSeconds = 0 } = {}) {
      const slot = slotOf(userId, kind);
      const mine = running.get(slot);
      if (mine) mine.again = true;
      put(slot, afterSeconds);
      return Promise.resolve();
    },
    wakeMany(passes, { afterSeconds = 0 } = {}) {
      for (const { userId, kind } of passes) put(slotOf(userId, kind), afterSeconds);
      return Promise.resolve();
    },
    work(given, { concurrency }) {
      run = given;
      most = concurrency;
      start();
    },
    stop: () => Promise.resolve(),
  };
}
