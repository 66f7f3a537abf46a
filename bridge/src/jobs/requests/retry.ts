import { askFor } from '../../passes/asked.ts';
import { withMailbox } from '../claim-mailbox.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';
import { kindOf } from './resolve-issue.ts';

/** Retry: the item and the record of an issue are looked at again although they did not change. */
export const retry: ServeRequest = async (deps, { userId, issue, wake }) => {
  if (issue === null) return refused('TDM-R-NO-ISSUE');
  const kind = kindOf(issue.code);
  const look = async () => {
    if (issue.recordId !== null) await deps.store.inbox.put(userId, kind, [issue.recordId]);
    if (issue.exchangeId !== null) await askFor(deps.store, userId, [issue.exchangeId], kind);
    return true;
  };
  const kept = await withMailbox(deps, userId, look, { kind });
  if (kept === null) return busy;
  wake(userId);
  return done('It is tried again with the next sync.');
};
