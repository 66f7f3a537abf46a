import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { EventLedger } from './ledger.ts';

/** The passes of events that run, and in which process. */
export interface EventPasses {
  /** `readAt`: when the process last began to read the org. */
  began(userId: UserId, of: object, readAt: number): void;
  /** The pass came to its end. */
  synced(userId: UserId, of: object | null): void;
  ended(userId: UserId, of: object | null, done: boolean): void;
  /** The process dies or stands still. */
  stopped(of: object): void;
}

/** Tells the ledger of passes, also of those of a process that was paused and works on beside its successor. */
export function createEventPasses(
  ledger: Pick<EventLedger, 'passBegan' | 'passEnded'>,
  given: {
    readonly now: () => number;
    /** So much later than it happened is read what was read at a moment. */
    readonly lateMs: number;
    readonly brokeOff: (of: object) => void;
  },
): EventPasses {
  const { now, lateMs, brokeOff } = given;
  const running = new Map<UserId, { readonly of: object; isSynced: boolean }>();
  const passes: EventPasses = {
    began(userId, of, readAt) {
      // Where another process works one comes in vain.
      if (running.has(userId)) return;
      running.set(userId, { of, isSynced: false });
      ledger.passBegan(userId, Math.min(readAt, now()) - lateMs, now());
    },
    synced(userId, of) {
      const pass = running.get(userId);
      if (pass?.of === of) pass.isSynced = true;
    },
    ended(userId, of, done) {
      const pass = running.get(userId);
      if (pass?.of !== of) return;
      const isClean = done && pass.isSynced;
      if (!isClean) brokeOff(pass.of);
      running.delete(userId);
      ledger.passEnded(userId, isClean, now());
    },
    stopped(of) {
      for (const userId of [...running.keys()]) passes.ended(userId, of, false);
    },
  };
  return passes;
}
