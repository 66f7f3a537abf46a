import { askFor } from '../../passes/contacts/asked.ts';
import { withMailbox } from '../claim-mailbox.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

/** Retry: the item and the record of an issue are looked at again although they did not change. */
export const retry: ServeRequest = async (deps, { userId, issue, wake }) => {
  if (issue === null) return refused('TDM-R-NO-ISSUE');
  const kept = await withMailbox(deps, userId, async () => {
    if (issue.recordId !== null) await deps.store.inbox.put(userId, 'Contact', [issue.recordId]);
    if (issue.exchangeId !== null) await askFor(deps.store, userId, [issue.exchangeId]);
    return true;
  });
  if (kept === null) return busy;
  wake(userId);
  return done('It is tried again with the next sync.');
};
