import type { Kind } from '../../domain/words.ts';
import { otherOrgCode, takeOver } from '../../passes/own-org.ts';
import { resetMailbox } from '../reset-mailbox.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

/**
 * ResetContacts: live links and fingerprints are forgotten, and the next pass pairs again. Where another org syncs the mailbox,
 * this is how an admin decides for this one.
 */
export const resetContacts: ServeRequest = async (deps, asked) =>
  reset('Contact', (await deps.store.mailboxes.get(asked.userId))?.problem, deps, asked);

/** ResetEvents: the same of events. Nobody is mailed by it, and no event is made, changed or deleted where both sides are equal. */
export const resetEvents: ServeRequest = async (deps, asked) =>
  reset('Event', (await deps.store.events.calendar(asked.userId))?.problem, deps, asked);

async function reset(
  kind: Kind,
  problem: string | null | undefined,
  ...[deps, { userId, admin, wake }]: Parameters<ServeRequest>
): ReturnType<ServeRequest> {
  const others = problem === otherOrgCode[kind];
  if (others && !admin) return refused('TDM-R-ADMIN-ONLY');
  if (!(await resetMailbox(deps, userId, kind))) return busy;
  if (others) await takeOver(deps.store, userId, kind);
  wake(userId);
  return done(`${kind}s are paired again with the next sync.`);
}
