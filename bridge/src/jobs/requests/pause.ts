import { z } from 'zod';
import { pauseKey } from '../../salesforce/salesforce.ts';
import { readOrgSettings } from '../settings-reader.ts';
import { clearStop } from '../stop-configuration.ts';
import { parametersOf } from './parameters.ts';
import type { Answer, CheckedRequest, RequestDeps, ServeRequest } from './request.ts';
import { done, refused } from './request.ts';

const shape = z.object({ scope: z.enum(['user', 'configuration', 'org']).default('user') });

/**
 * Pause: nothing syncs for one user, a configuration or the org until it is resumed; a pass that runs comes to its end. Kept
 * on rows of Tandem_Bridge__c, so that a lost database forgets no pause.
 */
export const pause: ServeRequest = async (deps, request) => {
  const by = request.admin ? 'an admin' : 'the user';
  return setPause(deps, request, `TDM-M-PAUSED: Paused by ${by}.`);
};

/** Resume: ends the pause of the same scope. */
export const resume: ServeRequest = async (deps, request) => setPause(deps, request, null);

async function setPause(deps: RequestDeps, request: CheckedRequest, text: string | null): Promise<Answer> {
  const parameters = parametersOf(shape, request.row);
  if (parameters === null) return refused('TDM-R-MALFORMED');
  if (parameters.scope !== 'user' && !request.admin) return refused('TDM-R-ADMIN-ONLY');
  const { configurations, users, pauses } = await deps.salesforce.readSettings();
  const { configurationId } = request.row;
  if (parameters.scope === 'configuration' && !configurations.some(({ id }) => id === configurationId))
    return refused('TDM-R-CONFIGURATION');
  if (parameters.scope === 'user' && !users.some(({ userId }) => userId === request.userId))
    return refused('TDM-R-NO-MAILBOX');
  const of = { user: request.userId, configuration: configurationId ?? '', org: 'org' }[parameters.scope];
  const known = pauses.find((one) => one.of === of);
  if (!request.admin && known?.text.includes('by an admin')) return refused('TDM-R-ADMIN-ONLY');
  const [outcome] = await deps.salesforce.writer.upsertRows('Tandem_Bridge__c', 'Bridge_Key__c', [
    { Bridge_Key__c: `${pauseKey}${of}`, Problem__c: text },
  ]);
  if (!outcome?.ok) return { status: 'Failed', code: 'TDM-R-FAILED' };
  if (text === null && parameters.scope === 'configuration' && configurationId !== null)
    await clearStop(deps, configurationId, known?.text ?? '');
  await readOrgSettings(deps);
  if (text !== null) return done('Nothing syncs until it is resumed.');
  for (const { userId, active } of await deps.store.mailboxes.all()) if (active) request.wake(userId);
  return done('The sync goes on.');
}
