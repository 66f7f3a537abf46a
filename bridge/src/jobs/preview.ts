import { Fault } from '../domain/fault.ts';
import type { ConfigurationId, UserId } from '../domain/ids.ts';
import type { IssueCode } from '../domain/issue-codes.ts';
import type { Kind, Side } from '../domain/words.ts';
import type { PreviewLine } from '../passes/preview-line.ts';
import { previewContacts } from '../passes/contacts/preview.ts';
import { exchangeUserOf, folderName } from '../passes/exchange-home.ts';
import type { AssignedUser, Settings } from '../salesforce/salesforce.ts';
import type { MailboxState } from '../store/store.ts';
import { securedFields } from '../sync/mapping/mapping.ts';
import { noSuchMailbox } from './no-such-mailbox.ts';
import { permittedDirection, permittedEventDirection } from '../sync/permitted-direction.ts';
import { permittedEventMapping, permittedMapping } from '../sync/permitted-mapping.ts';
import type { Configuration } from '../domain/policy.ts';
import type { EventPreviewContext } from '../passes/events/preview-events.ts';
import { previewEvents } from '../passes/events/preview-events.ts';
import { nothingKnown } from '../passes/events/sync-events.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import { beginEvents, readEventsOfOrg } from './event-reader.ts';
import type { OrgDescription } from './ready-configuration.ts';
import { describeOrg, readyConfiguration } from './ready-configuration.ts';

/** What the first pass of one mailbox would do. */
export interface MailboxPreview {
  readonly email: string;
  /** What keeps the mailbox from syncing; null when nothing does. */
  readonly problem: IssueCode | null;
  readonly lines: readonly PreviewLine[];
  /** The same of events; null where they do not sync. */
  readonly events: readonly PreviewLine[] | null;
}

/** Counts of several mailboxes, and the data storage that their new links would take. */
export interface PreviewCounts {
  readonly create: Readonly<Record<Side, number>>;
  readonly update: Readonly<Record<Side, number>>;
  readonly delete: Readonly<Record<Side, number>>;
  readonly held: number;
  readonly paired: number;
  readonly ended: number;
  readonly left: number;
  readonly linkBytes: number;
}

/** Salesforce counts every row of a custom object as 2 KB (Salesforce Help, "Data and File Storage Allocations"). */
const rowBytes = 2048;

/** Whose first pass is previewed. */
export type Previewed =
  | { readonly userId: UserId }
  | { readonly configurationId: ConfigurationId }
  | { readonly email: string | null };

/** Previews mailboxes whose configuration may not be active yet. Nothing is written on either side or remembered. */
export async function previewMailboxes(
  deps: BridgeDeps & Connection,
  whom: Previewed,
  signal: AbortSignal,
): Promise<readonly MailboxPreview[]> {
  const settings = await deps.salesforce.readSettings();
  const users = settings.users.filter((user) => isMeant(user, whom));
  if ('email' in whom && whom.email !== null && users.length === 0) throw noSuchMailbox();
  const description = await describeOrg(deps.salesforce, settings.configurations);
  const previews: MailboxPreview[] = [];
  for (const user of users) {
    const preview = await previewOne(deps, settings, user, description, signal).catch((error: unknown) => {
      if (error instanceof Fault && error.code.startsWith('TDM-M-'))
        return { problem: error.code, ...nothing };
      throw error;
    });
    previews.push({ email: user.email, ...preview });
  }
  return previews;
}

function isMeant(user: AssignedUser, whom: Previewed): boolean {
  if ('userId' in whom) return user.userId === whom.userId;
  if ('configurationId' in whom) return user.configurationId === whom.configurationId;
  return whom.email === null || user.email.toLowerCase() === whom.email.toLowerCase();
}

async function previewOne(
  deps: BridgeDeps & Connection,
  settings: Settings,
  user: AssignedUser,
  description: OrgDescription,
  signal: AbortSignal,
): Promise<Omit<MailboxPreview, 'email'>> {
  const configuration = settings.configurations.find(({ id }) => id === user.configurationId);
  if (!configuration) return { problem: 'TDM-R-NO-MAILBOX', ...nothing };
  const ready = readyConfiguration(configuration, description);
  const { mapping, filter, recordType, eventMapping } = ready;
  const fields = securedFields([ready]);
  const permissions = (await deps.salesforce.readPermissions([user.userId], fields)).get(user.userId);
  if (!permissions) return { problem: 'TDM-R-NO-MAILBOX', ...nothing };
  const mailbox = (await deps.store.mailboxes.get(user.userId)) ?? unknownMailbox(user);
  const exchangeUserId = await exchangeUserOf(deps.exchange, deps.store, mailbox);
  const exchange = deps.exchange.mailbox(exchangeUserId, signal);
  const folders = mailbox.folderId === null ? await exchange.findFolders(folderName) : [];
  if (folders.length > 1) throw new Fault('TDM-M-FOLDER-TWICE', '');
  let refused = filter.problems.length > 0;
  const lines = await previewContacts({
    ...deps,
    exchange,
    userId: user.userId,
    exchangeUserId,
    folderId: mailbox.folderId ?? folders[0] ?? null,
    mailbox,
    policy: {
      ...configuration.contacts,
      direction: permittedDirection(configuration.contacts.direction, permissions).direction,
    },
    permissions,
    mapping: permittedMapping(mapping, permissions).mapping,
    recordType,
    filter,
    filterRefused: () => (refused = true),
    signal,
  });
  const events = await previewCalendar(deps, {
    ...{ configuration, permissions, exchangeUserId, signal },
    mapping: permittedEventMapping(eventMapping, permissions).mapping,
    calendar: exchange.calendar,
    mailbox,
  });
  return { problem: refused ? 'TDM-M-FILTER' : null, lines, events };
}

const nothing = { lines: [], events: null };

/** What the first pass of events would do; null where they do not sync. Salesforce events that nobody has read yet are read. */
async function previewCalendar(
  deps: BridgeDeps & Connection,
  {
    configuration,
    mailbox,
    ...context
  }: Pick<EventPreviewContext, 'permissions' | 'mapping' | 'calendar' | 'exchangeUserId' | 'signal'> & {
    readonly configuration: Configuration;
    readonly mailbox: MailboxState;
  },
): Promise<readonly PreviewLine[] | null> {
  const { store, now } = deps;
  const policy = configuration.events;
  const { direction } = permittedEventDirection(policy.direction, context.permissions);
  if (direction === 'Off') return null;
  await readEventsOfOrg(deps, await beginEvents(deps));
  const state = (await store.events.calendar(mailbox.userId)) ?? nothingKnown;
  return previewEvents({
    ...deps,
    ...context,
    userId: mailbox.userId,
    email: mailbox.email,
    state,
    begun: state.begun ?? now().toISOString(),
    policy: { ...policy, direction },
  });
}

function unknownMailbox({ userId, email, configurationId }: AssignedUser): MailboxState {
  return {
    userId,
    email,
    configurationId,
    exchangeUserId: null,
    active: false,
    epoch: 0,
    folderId: null,
    cursor: null,
    linksLoaded: false,
    firstSyncDone: false,
    problem: null,
    problemDetail: null,
    notBefore: null,
  };
}

/** Adds up what the previews of several mailboxes say of one kind. */
export function countPreviews(previews: readonly MailboxPreview[], kind: Kind = 'Contact'): PreviewCounts {
  const lines = previews.flatMap((preview) => (kind === 'Contact' ? preview.lines : (preview.events ?? [])));
  const count = (what: PreviewLine['what'], side?: Side) =>
    lines.filter((line) => line.what === what && (side === undefined || line.side === side)).length;
  const sides = (what: PreviewLine['what']) => ({
    Exchange: count(what, 'Exchange'),
    Salesforce: count(what, 'Salesforce'),
  });
  return {
    create: sides('create'),
    update: sides('update'),
    delete: sides('delete'),
    held: count('hold'),
    paired: count('pair'),
    ended: count('end'),
    left: count('leave'),
    linkBytes: (count('create') + count('pair')) * rowBytes,
  };
}
