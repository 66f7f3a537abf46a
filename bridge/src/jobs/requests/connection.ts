import { testConnection } from '../test-connection.ts';
import type { ServeRequest } from './request.ts';
import { done } from './request.ts';

/** TestConnection: answered for every user who may ask, since why nothing syncs is what the test tells. */
export const connection: ServeRequest = async (deps, { userId }) => {
  const steps = await testConnection(deps, { userId }, new AbortController().signal);
  const count = steps.filter(({ result }) => result === 'failed').length;
  const message = count === 0 ? 'The connection works.' : `${count} of ${steps.length} steps failed.`;
  return done(message, { steps });
};
