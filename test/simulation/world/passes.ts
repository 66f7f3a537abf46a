import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { Forgotten, Ledger } from '../../programs/oracle/ledger.ts';
import type { Counting, CrashPhase } from '../coverage.ts';
import type { cellsOf } from '../cells.ts';

/** The passes of contacts that run in the process that works now. */
export interface ContactPasses {
  readOrg(at: number): void;
  began(userId: UserId): void;
  /** The pass came to its end. */
  synced(userId: UserId): void;
  ended(userId: UserId, done: boolean): void;
  /** One call has written something of each of these mailboxes. */
  wrote(users: ReadonlySet<UserId>): void;
  /** A fault was met: passes that run may not know what became of their calls. */
  faulted(): void;
  /** The bridge has lost what it remembered of the mailbox; it knows no more until the end of a pass that begins now. */
  forget(userId: UserId, what: Forgotten): void;
  /** The process dies or stands still; `writing` are the mailboxes of the call that is carried out. */
  stopped(writing: ReadonlySet<UserId>): void;
  /** When the org was read of which the mailbox's pass knows, or that was read last. */
  knows(userId: UserId | undefined): number;
  runs(userId: UserId): boolean;
  count(): number;
}

interface Pass {
  readonly began: number;
  readonly knows: number;
  readonly cells: ReturnType<typeof cellsOf>;
  synced: boolean;
  wrote: boolean;
  faulted: boolean;
}

/** Tells the ledger of passes, and counts in which cells of the decision table the process stopped. */
export function createContactPasses(given: {
  readonly ledger: Ledger;
  readonly counting: Counting;
  readonly now: () => number;
  /** So much later than it happened is read what was read at a moment. */
  readonly lateMs: number;
  readonly cells: (userId: UserId) => Pass['cells'];
  /** A pass begins. */
  readonly onBegin: (userId: UserId) => void;
  /** A pass ended before its end. */
  readonly onBreakOff: () => void;
}): ContactPasses {
  const { ledger, counting, now, lateMs } = given;
  const running = new Map<UserId, Pass>();
  const forgotten: { userId: UserId; what: Forgotten; at: number }[] = [];
  let readOrgAt = -Infinity;

  function brokeOff(userId: UserId): void {
    ledger.brokeOff(userId);
    given.onBreakOff();
  }

  return {
    readOrg: (at) => void (readOrgAt = at),
    began(userId) {
      given.onBegin(userId);
      running.set(userId, {
        began: now(),
        knows: Math.min(readOrgAt, now()),
        cells: given.cells(userId),
        synced: false,
        wrote: false,
        faulted: false,
      });
    },
    synced(userId) {
      const pass = running.get(userId);
      if (pass) pass.synced = true;
    },
    ended(userId, done) {
      const pass = running.get(userId);
      if (!pass) return;
      running.delete(userId);
      if (pass.synced && done) {
        ledger.wasClean(userId, pass.knows - lateMs, now());
        // It still worked with what it remembered from before.
        for (const { userId: whose, what, at } of forgotten)
          if (whose === userId && at >= pass.began) ledger.forgot(userId, what);
      } else if (pass.synced && !pass.faulted) ledger.wasCompleted(userId);
      else brokeOff(userId);
    },
    wrote(users) {
      for (const userId of users) {
        const pass = running.get(userId);
        if (pass) pass.wrote = true;
      }
    },
    faulted() {
      for (const pass of running.values()) pass.faulted = true;
    },
    forget(userId, what) {
      forgotten.push({ userId, what, at: now() });
      ledger.forgot(userId, what);
    },
    stopped(writing) {
      for (const [userId, { cells, wrote }] of running) {
        const phase: CrashPhase = writing.has(userId) ? 'during' : wrote ? 'after' : 'before';
        for (const cell of cells) counting.count(cell(phase));
        brokeOff(userId);
      }
      running.clear();
      readOrgAt = -Infinity;
    },
    knows: (userId) => (userId === undefined ? readOrgAt : (running.get(userId)?.knows ?? -Infinity)),
    runs: (userId) => running.has(userId),
    count: () => running.size,
  };
}
