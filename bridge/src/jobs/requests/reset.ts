import { takeFolderOver } from '../../passes/exchange-home.ts';
import { resetMailbox } from '../reset-mailbox.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

/**
 * ResetContacts: live links and fingerprints are forgotten, and the next pass pairs again. Where another org syncs the mailbox,
 * this is how an admin decides for this one.
 */
export const resetContacts: ServeRequest = async (deps, { userId, admin, wake }) => {
  const mailbox = await deps.store.mailboxes.get(userId);
  const others = mailbox?.problem === 'TDM-M-OTHER-ORG';
  if (others && !admin) return refused('TDM-R-ADMIN-ONLY');
  if (!(await resetMailbox(deps, userId, 'Contact'))) return busy;
  if (others) await takeFolderOver(deps.store, userId);
  wake(userId);
  return done('Contacts are paired again with the next sync.');
};

/** ResetEvents: the same of events. Nobody is mailed by it, and no event is made, changed or deleted where both sides are equal. */
export const resetEvents: ServeRequest = async (deps, { userId, wake }) => {
  if (!(await resetMailbox(deps, userId, 'Event'))) return busy;
  wake(userId);
  return done('Events are paired again with the next sync.');
};
