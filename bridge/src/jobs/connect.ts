import { Fault } from '../domain/fault.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';

/**
 * Signs in to both services. A database belongs to one org: with another one its links would mean nothing, so that is
 * refused rather than mended.
 */
export async function connect({ salesforce, exchange, store }: BridgeDeps): Promise<Connection> {
  const [{ orgId, userId }] = await Promise.all([salesforce.signIn(), exchange.signIn()]);
  const known = await store.meta.get('org');
  if (known === null) await store.meta.set('org', orgId);
  else if (known !== orgId)
    throw new Fault(
      'TDM-B-SETTINGS',
      `The database belongs to the org ${known}, but the sign-in is to ${orgId}.`,
    );
  return { orgId, integrationUserId: userId };
}
