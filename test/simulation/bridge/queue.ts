import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { Queue, RunPass } from '../../../bridge/src/store/queue/queue.ts';

/** How a pass went, as far as its queue can tell: `done` means that nothing asked for another one. */
export type PassEnd = 'done' | 'again' | 'failed';

/** What is told of the passes of a process. */
export interface PassWatch {
  began(userId: UserId): void;
  ended(userId: UserId, end: PassEnd): void;
}

const firstPauseSeconds = 5;
const longestPauseSeconds = 600;

/** The queue of one process, in its memory: one waiting and one running pass of each mailbox. */
export function createQueue(watch: PassWatch): Queue {
  const waiting = new Map<UserId, number>();
  const running = new Map<UserId, { again: boolean }>();
  const failures = new Map<UserId, number>();
  let run: RunPass | null = null;
  let most = 1;

  function put(userId: UserId, afterSeconds: number): void {
    const due = Date.now() + afterSeconds * 1000;
    const before = waiting.get(userId);
    if (before !== undefined && before <= due) return;
    waiting.set(userId, due);
    setTimeout(start, Math.max(0, due - Date.now()));
  }

  function start(): void {
    for (const [userId, due] of waiting) {
      if (!run || running.size >= most || running.has(userId) || due > Date.now()) continue;
      waiting.delete(userId);
      void pass(run, userId);
    }
  }

  async function pass(go: RunPass, userId: UserId): Promise<void> {
    const mine = { again: false };
    running.set(userId, mine);
    watch.began(userId);
    try {
      await go({ userId, kind: 'Contact' }, new AbortController().signal);
      failures.delete(userId);
      watch.ended(userId, mine.again ? 'again' : 'done');
    } catch {
      const count = (failures.get(userId) ?? 0) + 1;
      failures.set(userId, count);
      put(userId, Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (count - 1)));
      watch.ended(userId, 'failed');
    }
    running.delete(userId);
    start();
  }

  return {
    wake(userId, _kind, { afterSeconds = 0 } = {}) {
      const mine = running.get(userId);
      if (mine) mine.again = true;
      put(userId, afterSeconds);
      return Promise.resolve();
    },
    wakeMany(passes, { afterSeconds = 0 } = {}) {
      for (const { userId } of passes) put(userId, afterSeconds);
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
