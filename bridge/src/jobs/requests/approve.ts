import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { keepAsked, readAsked } from '../../passes/contacts/asked.ts';
import { withMailbox } from '../claim-mailbox.ts';
import type { RequestDeps, ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

/**
 * Approve: the deletions of a mailbox that are held now may be carried out. The next pass looks at each item and record
 * again, so what was restored meanwhile stays.
 */
export const approve: ServeRequest = async (deps, { userId, admin, wake }) => {
  if (!admin) return refused('TDM-R-ADMIN-ONLY');
  const contacts = await approveHeld(deps, userId, 'Contact');
  const events = await approveHeld(deps, userId, 'Event');
  if (contacts === null || events === null) return busy;
  const count = contacts + events;
  if (count === 0) return done('No deletions are held for this mailbox.', { approved: 0 });
  wake(userId);
  return done(`${count} deletions are carried out with the next sync.`, { approved: count });
};

/** Remembers which deletions are held now; how many, or null when the mailbox is being synced and does not come free. */
async function approveHeld(deps: RequestDeps, userId: UserId, kind: Kind): Promise<number | null> {
  const { store } = deps;
  const approve = async () => {
    const held = (await store.links.held(userId, kind)).filter(({ state }) => state === 'Live');
    if (held.length === 0) return 0;
    const { items } = await readAsked(store, userId, kind);
    const approved = held.map(({ exchangeId }) => exchangeId);
    await keepAsked(store, userId, { items, approved }, kind);
    await store.inbox.put(
      userId,
      kind,
      held.map(({ recordId }) => recordId),
    );
    return held.length;
  };
  return withMailbox(deps, userId, approve, { kind });
}
