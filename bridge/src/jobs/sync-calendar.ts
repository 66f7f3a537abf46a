import type { UserId } from '../domain/ids.ts';
import { claimAndSyncEvents } from '../passes/events/sync-events.ts';
import { permittedEventDirection } from '../sync/permitted-direction.ts';
import { permittedEventMapping } from '../sync/permitted-mapping.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import type { OrgSettings } from './settings-reader.ts';
import { stopConfiguration } from './stop-configuration.ts';
import type { MailboxSync } from './sync-mailbox.ts';
import { tellPass } from './sync-mailbox.ts';

/** Syncs one mailbox's events once, as its configuration says, and reports what was done. */
export async function syncCalendarOf(
  deps: BridgeDeps & Connection,
  settings: OrgSettings,
  userId: UserId,
  signal: AbortSignal,
): Promise<MailboxSync> {
  const mailbox = await deps.store.mailboxes.get(userId);
  const ready =
    mailbox?.active && mailbox.configurationId !== null
      ? settings.configurations.get(mailbox.configurationId)
      : undefined;
  const permissions = settings.permissions.get(userId);
  if (!ready || permissions === undefined) return { kind: 'off' };
  const { events, contacts, id } = ready.configuration;
  if (events.direction === 'Off') return { kind: 'off' };
  const { direction, missing } = permittedEventDirection(events.direction, permissions);
  const { mapping, missing: missingFields } = permittedEventMapping(ready.eventMapping, permissions);
  const pass = await claimAndSyncEvents(
    {
      ...deps,
      mailboxRows: settings.mailboxRows,
      configurationId: id,
      policy: { ...events, direction },
      missingPermissions: missing,
      permissions,
      mapping,
      missingFields,
      problems: ready.eventProblems,
      firstSyncWritesPerHour: contacts.firstSyncWritesPerHour,
    },
    userId,
    signal,
  );
  tellPass(deps, userId, pass, 'events');
  if (pass.kind === 'done' && pass.result.stop !== null)
    await stopConfiguration(deps, ready.configuration, pass.result.stop);
  return pass;
}
