import { keepAsked, readAsked } from '../../passes/contacts/asked.ts';
import { withMailbox } from '../claim-mailbox.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

/**
 * Approve: the deletions of a mailbox that are held now may be carried out. The next pass looks at each item and record
 * again, so what was restored meanwhile stays.
 */
export const approve: ServeRequest = async (deps, { userId, admin, wake }) => {
  if (!admin) return refused('TDM-R-ADMIN-ONLY');
  const count = await withMailbox(deps, userId, async () => {
    const links = await deps.store.links.ofMailbox(userId, 'Contact');
    const held = links.filter(
      ({ state, pendingExchange, pendingSalesforce }) =>
        state === 'Live' && (pendingExchange ?? pendingSalesforce) !== null,
    );
    if (held.length === 0) return 0;
    const { items } = await readAsked(deps.store, userId);
    await keepAsked(deps.store, userId, { items, approved: held.map(({ exchangeId }) => exchangeId) });
    await deps.store.inbox.put(
      userId,
      'Contact',
      held.map(({ recordId }) => recordId),
    );
    return held.length;
  });
  if (count === null) return busy;
  if (count === 0) return done('No deletions are held for this mailbox.', { approved: 0 });
  wake(userId);
  return done(`${count} deletions are carried out with the next sync.`, { approved: count });
};
