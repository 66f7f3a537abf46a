import { resetContacts } from '../reset-contacts.ts';
import type { ServeRequest } from './request.ts';
import { busy, done } from './request.ts';

/** ResetContacts: live links and fingerprints are forgotten, and the next pass pairs again. */
export const reset: ServeRequest = async (deps, { userId, wake }) => {
  if (!(await resetContacts(deps, userId))) return busy;
  wake(userId);
  return done('Contacts are paired again with the next sync.');
};
