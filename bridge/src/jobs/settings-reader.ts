import { Fault } from '../domain/fault.ts';
import type { ConfigurationId, ExchangeUserId, FolderId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { UserPermissions } from '../domain/permissions.ts';
import type { Configuration, ContactScope } from '../domain/policy.ts';
import type { Kind } from '../domain/words.ts';
import { flowsFrom } from '../domain/words.ts';
import { heldCode } from '../passes/effects/held-deletion.ts';
import type { Salesforce, Settings } from '../salesforce/salesforce.ts';
import type { MailboxState } from '../store/store.ts';
import { securedFields } from '../sync/mapping/mapping.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import type { ReadyConfiguration } from './ready-configuration.ts';
import { describeOrg, readyConfiguration } from './ready-configuration.ts';
import { reconsider } from './reconsider.ts';

/** What admins decided, as the jobs use it. */
export interface OrgSettings {
  readonly configurations: ReadonlyMap<ConfigurationId, ReadyConfiguration>;
  readonly mailboxRows: Map<UserId, string>;
  /** What the users of active mailboxes may do. */
  readonly permissions: ReadonlyMap<UserId, UserPermissions>;
}

/**
 * Reads configurations and who they are assigned to, and brings the mailboxes in line with them.
 *
 * @throws Fault `TDM-S-PACKAGE` when the integration user does not see all contacts
 */
export async function readOrgSettings(
  deps: BridgeDeps & Pick<Connection, 'integrationUserId'>,
): Promise<OrgSettings> {
  const { salesforce, store, log, integrationUserId } = deps;
  const settings = await salesforce.readSettings();
  // Read after what Salesforce knows, which a pass that runs may count up meanwhile.
  const known = await store.mailboxes.all();
  await restoreMailboxes(
    { store, log },
    settings,
    new Map(known.map((mailbox) => [mailbox.userId, mailbox.epoch])),
  );
  const active = new Map(
    settings.configurations.flatMap((configuration) =>
      configuration.active ? [[configuration.id, configuration] as const] : [],
    ),
  );
  const pauses = pausesOf(settings);
  await store.mailboxes.assign(
    settings.users
      .filter(({ configurationId }) => active.has(configurationId))
      .map((user) => ({
        ...user,
        active: user.active && !pauses.has(user.userId),
        ...concerns(active.get(user.configurationId)),
      })),
  );
  const mailboxes = await store.mailboxes.all();
  await reportMoves(deps, known, mailboxes, settings, pauses);
  await reportAssignments(salesforce, known, mailboxes, settings);
  const wanted = [...active.values()];
  const description = await describeOrg(salesforce, wanted);
  const ready = wanted.map((configuration) => readyConfiguration(configuration, description));
  const users = mailboxes.flatMap((mailbox) => (mailbox.active ? [mailbox.userId] : []));
  const permissions = await salesforce.readPermissions(
    users.length === 0 ? [] : [...users, integrationUserId],
    securedFields(ready),
  );
  // What the bridge does not see would count as gone.
  if (permissions.get(integrationUserId)?.viewAllContacts === false)
    throw new Fault('TDM-S-PACKAGE', 'The integration user does not see all contacts.');
  const configurations = new Map(ready.map((one) => [one.configuration.id, one]));
  for (const mailbox of mailboxes)
    await reconsider(
      deps,
      mailbox,
      mailbox.configurationId === null ? undefined : configurations.get(mailbox.configurationId),
      permissions.get(mailbox.userId),
    );
  return {
    configurations,
    mailboxRows: new Map(settings.mailboxes.map(({ userId, rowId }) => [userId, rowId])),
    permissions,
  };
}

/** Of which records' changes the mailboxes of a configuration want to hear. */
function concerns(configuration: Configuration | undefined): {
  readonly scope: ContactScope;
  readonly followed: boolean;
} {
  const contacts = configuration?.contacts;
  if (!contacts || !flowsFrom('Salesforce', contacts.direction)) return { scope: 'Own', followed: false };
  return { scope: contacts.scope, followed: contacts.followed };
}

/** The mailboxes that somebody has paused, alone or with their configuration or the whole org, with what people read of it. */
function pausesOf({ users, pauses }: Settings): ReadonlyMap<UserId, string> {
  const text = new Map(pauses.map((pause) => [pause.of, pause.text]));
  return new Map(
    users.flatMap(({ userId, configurationId }) => {
      const why = text.get('org') ?? text.get(configurationId) ?? text.get(userId);
      return why === undefined ? [] : [[userId, why] as const];
    }),
  );
}

/** Tells people that a mailbox was taken out, deactivated or taken in again; nothing of it is deleted. */
async function reportMoves(
  { salesforce, store }: Pick<BridgeDeps, 'salesforce' | 'store'>,
  before: readonly MailboxState[],
  after: readonly MailboxState[],
  { users, configurations }: Settings,
  pauses: ReadonlyMap<UserId, string>,
): Promise<void> {
  const was = new Map(before.map((mailbox) => [mailbox.userId, mailbox]));
  const inactiveUsers = new Set(users.filter(({ active }) => !active).map(({ userId }) => userId));
  const withEvents = new Set(
    configurations.filter(({ events }) => events.direction !== 'Off').map(({ id }) => id),
  );
  const shownOf = async ({ userId, active }: MailboxState, kind: Kind, firstSyncDone: boolean) => {
    if (!active) {
      const problem = inactiveUsers.has(userId) ? 'TDM-M-USER-INACTIVE' : (pauses.get(userId) ?? null);
      return { state: 'Paused', problem };
    }
    if (!firstSyncDone) return { state: 'NotStarted', problem: null };
    const held = (await store.issues.open(userId, kind)).some(({ code }) => code === heldCode[kind]);
    return held ? { state: 'Held', problem: heldCode[kind] } : { state: 'InSync', problem: null };
  };
  const moved = after.filter(({ userId, active }) => (was.get(userId)?.active ?? active) !== active);
  const rows = await Promise.all(
    moved.map(async (mailbox) => {
      const { userId, configurationId } = mailbox;
      const contacts = await shownOf(mailbox, 'Contact', mailbox.firstSyncDone);
      const row = {
        User_Key__c: userId,
        Contacts_State__c: contacts.state,
        Contacts_Problem__c: contacts.problem,
      };
      const configuration = configurationId ?? was.get(userId)?.configurationId ?? null;
      if (configuration === null || !withEvents.has(configuration)) return row;
      const calendar = await store.events.calendar(userId);
      const events = await shownOf(mailbox, 'Event', calendar?.firstSyncDone ?? false);
      return { ...row, Events_State__c: events.state, Events_Problem__c: events.problem };
    }),
  );
  if (rows.length > 0) await salesforce.writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', rows);
}

/** Tells people which configuration holds for a mailbox now, and by which address its user is known. */
async function reportAssignments(
  salesforce: Salesforce,
  before: readonly MailboxState[],
  after: readonly MailboxState[],
  { mailboxes }: Settings,
): Promise<void> {
  const was = new Map(before.map((mailbox) => [mailbox.userId, mailbox]));
  const reported = new Set(mailboxes.map(({ userId }) => userId));
  const rows = after
    .filter(({ userId, configurationId, email }) => {
      const one = was.get(userId);
      const moved = one?.configurationId !== configurationId || one.email !== email;
      return reported.has(userId) && moved;
    })
    .map(({ userId, configurationId, email }) => ({
      User_Key__c: userId,
      Configuration__c: configurationId,
      Email__c: email,
    }));
  if (rows.length > 0) await salesforce.writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', rows);
}

/** More than the passes that a database may count without telling Salesforce, which hears of those that did something. */
const mostUntold = 1_000_000;

/**
 * A mailbox that Salesforce knows to be further on than this database was lost or restored from an older copy: what it
 * remembers is given up, and pairing finds everything again. From then on it counts above all that a former database may have
 * counted, so that a copy of that one, restored later, is known as well.
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
      epoch: epoch + mostUntold,
    });
  }
}
