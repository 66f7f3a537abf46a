import { toStamp } from './stamps.ts';
import type { Act, Org } from './org.ts';

/**
 * Holds back what an act did until the time has come: it then appears with its older stamps, and until then its
 * records are locked. Long transactions of a real org look like this to a poller.
 */
export function commitLate(org: Org, act: Act, seconds: number): void {
  const ids = act.journal.touched();
  const redo = act.journal.suspend();
  const visibleAt = org.now().getTime() + seconds * 1000;
  for (const id of ids) org.locks.lock(id, visibleAt);
  org.lateCommits.push({
    stamp: act.stamp,
    visibleAt,
    apply() {
      for (const id of ids) org.locks.release(id);
      redo();
    },
  });
}

/** Until when everything is visible: now, or just before the oldest transaction that still runs. */
export function coveredUntil(org: Org): string {
  const stamps = org.lateCommits.map((commit) => commit.stamp);
  return stamps.reduce((oldest, stamp) => (stamp < oldest ? stamp : oldest), toStamp(org.now()));
}
