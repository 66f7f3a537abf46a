import PQueue from 'p-queue';
import type { Clock } from './clock.ts';

/** How a request goes through the gate: beside up to three others, or with nothing beside it. */
export type Slot = 'single' | 'alone';

/**
 * The gate of one mailbox. Exchange Online runs four requests of an app on a mailbox at a time, and four members of a batch
 * ("Microsoft Graph service-specific throttling limits"), so it lets through four single requests or one batch.
 */
export interface Gate {
  single<Result>(task: () => Promise<Result>): Promise<Result>;
  alone<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Nothing of this mailbox should be sent for so many milliseconds. */
  hold(ms: number): void;
  /** Milliseconds until requests may be sent again. */
  heldMs(): number;
}

/** A gate of its own for one mailbox, so that a slow one never holds up others. */
export function createGate(clock: Clock): Gate {
  const singles = new PQueue({ concurrency: 4 });
  const batches = new PQueue({ concurrency: 1 });
  let heldUntil = 0;
  return {
    single: (task) => singles.add(task),
    alone: (task) =>
      batches.add(async () => {
        singles.pause();
        try {
          await singles.onPendingZero();
          return await task();
        } finally {
          singles.start();
        }
      }),
    hold(ms) {
      heldUntil = Math.max(heldUntil, clock.now() + ms);
    },
    heldMs: () => Math.max(0, heldUntil - clock.now()),
  };
}
