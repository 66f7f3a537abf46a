import type { ServeRequest } from './request.ts';
import { done } from './request.ts';

/** SyncNow: a pass of the mailbox as soon as possible. */
export const syncNow: ServeRequest = async (_deps, { userId, wake }) => {
  wake(userId);
  return Promise.resolve(done('The mailbox is synced now.'));
};
