import type { ConfigurationId } from '../../domain/ids.ts';
import { readOrgSettings } from '../settings-reader.ts';
import type { Answer, CheckedRequest, RequestDeps, ServeRequest } from './request.ts';
import { done, refused } from './request.ts';

/**
 * SyncNow: a pass of the mailbox as soon as possible; about a configuration, of all its mailboxes, with the settings as they are now,
 * so that nobody waits for the bridge to read them after a change.
 */
export const syncNow: ServeRequest = async (deps, request) => {
  const { configurationId } = request.row;
  if (configurationId !== null) return syncConfiguration(deps, request, configurationId);
  const mailbox = await deps.store.mailboxes.get(request.userId);
  if (!mailbox?.active) return refused('TDM-R-NO-MAILBOX');
  request.wake(request.userId);
  return done('The mailbox is synced now.');
};

async function syncConfiguration(
  deps: RequestDeps,
  { admin, wake }: CheckedRequest,
  configurationId: ConfigurationId,
): Promise<Answer> {
  if (!admin) return refused('TDM-R-ADMIN-ONLY');
  await readOrgSettings(deps);
  const mailboxes = (await deps.store.mailboxes.all()).filter(
    (mailbox) => mailbox.active && mailbox.configurationId === configurationId,
  );
  for (const { userId } of mailboxes) wake(userId);
  return done('The configuration is synced now.', { mailboxes: mailboxes.length });
}
