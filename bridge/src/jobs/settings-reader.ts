import type { ConfigurationId, ExchangeUserId, FolderId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Configuration } from '../domain/policy.ts';
import type { Settings } from '../salesforce/salesforce.ts';
import type { ContactMapping, MappingProblem } from '../sync/mapping/contact-mapping.ts';
import { contactMapping } from '../sync/mapping/contact-mapping.ts';
import type { BridgeDeps } from './bridge-deps.ts';

/** A configuration with its field mapping checked against the org's contacts. */
export interface ReadyConfiguration {
  readonly configuration: Configuration;
  readonly mapping: ContactMapping;
  readonly problems: readonly MappingProblem[];
}

/** What admins decided, as the jobs use it. */
export interface OrgSettings {
  readonly configurations: ReadonlyMap<ConfigurationId, ReadyConfiguration>;
  readonly mailboxRows: Map<UserId, string>;
}

/** Reads configurations and who they are assigned to, and brings the mailboxes in line with them. */
export async function readOrgSettings({ salesforce, store, log }: BridgeDeps): Promise<OrgSettings> {
  const [settings, describe, known] = await Promise.all([
    salesforce.readSettings(),
    salesforce.describeContact(),
    store.mailboxes.all(),
  ]);
  await restoreMailboxes(
    { store, log },
    settings,
    new Map(known.map((mailbox) => [mailbox.userId, mailbox.epoch])),
  );
  const active = settings.configurations.filter((configuration) => configuration.active);
  const ids = new Set(active.map(({ id }) => id));
  await store.mailboxes.assign(settings.users.filter(({ configurationId }) => ids.has(configurationId)));
  const ready = active.map((configuration) => {
    const { mapping, problems } = contactMapping(configuration.mappings, describe);
    return [configuration.id, { configuration, mapping, problems }] as const;
  });
  return {
    configurations: new Map(ready),
    mailboxRows: new Map(settings.mailboxes.map(({ userId, rowId }) => [userId, rowId])),
  };
}

/**
 * A mailbox that Salesforce knows to be further on than this database was lost or restored from an older copy: what it
 * remembers is given up, and pairing finds everything again.
 */
async function restoreMailboxes(
  { store, log }: Pick<BridgeDeps, 'store' | 'log'>,
  { mailboxes }: Settings,
  epochs: ReadonlyMap<UserId, number>,
): Promise<void> {
  for (const { userId, exchangeUserId, folderId, epoch } of mailboxes) {
    const known = epochs.get(userId);
    if (known !== undefined && known >= epoch) continue;
    log.info(
      { userId, epoch, known: known ?? null },
      'The database does not know this mailbox as it was last; it is paired again.',
    );
    await store.mailboxes.restore(userId, {
      exchangeUserId: exchangeUserId === null ? null : as<ExchangeUserId>(exchangeUserId),
      folderId: folderId === null ? null : as<FolderId>(folderId),
      epoch,
    });
  }
}
