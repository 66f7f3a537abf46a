import type { Side } from '../domain/words.ts';

/** From when on deletions are held for an admin's approval, within 24 hours. */
export const deletionLimits = { share: 0.2, atLeast: 10, perMailbox: 50, perOrg: 200 } as const;

/** Deletions carried out in the last 24 hours. */
export interface DeletionHistory {
  readonly mailbox: Readonly<Record<Side, number>>;
  readonly org: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Since when deletions count, as an ISO instant. */
export function deletionsSince(now: Date): string {
  return new Date(now.getTime() - dayMs).toISOString();
}

/**
 * Whether deletions on one side may go ahead. They are held all together, for a part of a mass deletion is no better than
 * the whole: when they would pass 20 % (at least 10) or 50 items of the mailbox on that side, or 200 in the org.
 */
export function deletionsHeld(side: Side, planned: number, live: number, history: DeletionHistory): boolean {
  if (planned === 0) return false;
  const inMailbox = history.mailbox[side] + planned;
  const share = Math.max(
    deletionLimits.atLeast,
    Math.floor((live + history.mailbox[side]) * deletionLimits.share),
  );
  return (
    inMailbox > Math.min(share, deletionLimits.perMailbox) || history.org + planned > deletionLimits.perOrg
  );
}
