import type { UserId } from '../../bridge/src/domain/ids.ts';
import type { Kind } from '../../bridge/src/domain/words.ts';
import type { Claim, TurnKey } from '../../bridge/src/store/store.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './memory-store.ts';

/** Whose turn a key is or was. */
export interface Turn {
  readonly userId: UserId;
  readonly kind: Kind;
  readonly epoch: number;
  readonly untilRead: boolean;
  /** How many reads of the org's contacts had begun by its end. */
  readonly ended: number | null;
}

/** Takes what no other mailbox has or made after the read that is the last one the claim `knows`. */
export function takeTurns(
  database: Database,
  around: Surroundings,
  { userId, kind, epoch }: Claim,
  knows: number,
  keys: readonly TurnKey[],
): ReadonlySet<string> {
  const had = new Set<string>();
  for (const { key, untilRead } of keys) {
    const known = database.turns.get(key);
    if (known !== undefined && known.userId !== userId) {
      const ended = known.ended ?? (isDead(database, around, known) ? database.reads.begun : null);
      if (ended !== null) database.turns.set(key, { ...known, ended });
      if (ended === null || (known.untilRead && ended >= knows)) continue;
    }
    database.turns.set(key, { userId, kind, epoch, untilRead, ended: null });
    had.add(key);
  }
  return had;
}

export function endTurns({ turns, reads }: Database, { userId, kind, epoch }: Claim): void {
  for (const [key, turn] of turns) {
    const mine = turn.userId === userId && turn.kind === kind && turn.epoch === epoch;
    if (!mine || turn.ended !== null) continue;
    if (turn.untilRead) turns.set(key, { ...turn, ended: reads.begun });
    else turns.delete(key);
  }
}

function isDead({ mailboxes }: Database, around: Surroundings, { userId, kind, epoch }: Turn): boolean {
  const mailbox = mailboxes.get(userId);
  if (mailbox === undefined) return true;
  const { lease } = mailbox.rows[kind];
  const lives = lease.until > around.now() || around.lives(lease.holder);
  return lease.epoch !== epoch || lease.holder === '' || !lives;
}
