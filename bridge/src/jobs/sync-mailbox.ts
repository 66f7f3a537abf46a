import type { UserId } from '../domain/ids.ts';
import { flowsFrom } from '../domain/words.ts';
import type { MailboxPass } from '../passes/mailbox-pass.ts';
import { claimAndSync } from '../passes/claim-and-sync.ts';
import { permittedDirection } from '../sync/permitted-direction.ts';
import { permittedMapping } from '../sync/permitted-mapping.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import { stopConfiguration } from './stop-configuration.ts';
import type { OrgSettings } from './settings-reader.ts';

/** What became of one mailbox in one go; `off` when nothing of it syncs. */
export type MailboxSync = MailboxPass | { readonly kind: 'off' };

/** Syncs one mailbox once, as its configuration says, and reports what was done. */
export async function syncMailbox(
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
  if (!ready) return { kind: 'off' };
  const { direction } = ready.configuration.contacts;
  if (!flowsFrom('Exchange', direction) && !flowsFrom('Salesforce', direction)) return { kind: 'off' };
  const permissions = settings.permissions.get(userId);
  // Read before the user was assigned; the next read of the settings knows.
  if (permissions === undefined) return { kind: 'off' };
  const permitted = permittedDirection(direction, permissions);
  const { mapping, missing: missingFields } = permittedMapping(ready.mapping, permissions);
  const pass = await claimAndSync(
    {
      ...deps,
      mailboxRows: settings.mailboxRows,
      configurationId: ready.configuration.id,
      policy: { ...ready.configuration.contacts, direction: permitted.direction },
      missingPermissions: permitted.missing,
      permissions,
      mapping,
      missingFields,
      recordType: ready.recordType,
      problems: ready.problems,
      filter: ready.filter,
    },
    userId,
    signal,
  );
  tellPass(deps, userId, pass, 'contacts');
  if (pass.kind === 'done' && pass.result.stop !== null)
    await stopConfiguration(deps, ready.configuration, pass.result.stop);
  return pass;
}

/** Writes to the log what a pass of one kind came to. */
export function tellPass(
  { log }: Pick<BridgeDeps, 'log'>,
  userId: UserId,
  pass: MailboxPass,
  what: 'contacts' | 'events',
): void {
  if (pass.kind === 'trouble')
    log.warn({ userId, code: pass.code }, `The ${what} of the mailbox cannot be synced.`);
  if (pass.kind !== 'done') return;
  const { ExchangeToSalesforce: into, SalesforceToExchange: out } = pass.result.counts;
  const facts = {
    userId,
    what,
    paired: into.paired,
    createdInSalesforce: into.created,
    updatedInSalesforce: into.updated,
    deletedInSalesforce: into.deleted,
    createdInExchange: out.created,
    updatedInExchange: out.updated,
    deletedInExchange: out.deleted,
    suppressed: pass.result.suppressed,
    held: pass.result.held,
  };
  const quiet = Object.values(facts).every((value) => value === 0 || value === userId || value === what);
  if (quiet) log.debug(facts, 'Nothing to do.');
  else log.info(facts, `Synced ${what}.`);
}
