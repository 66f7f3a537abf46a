import { Fault } from '../domain/fault.ts';
import type { ConfigurationId, UserId } from '../domain/ids.ts';
import type { IssueCode } from '../domain/issue-codes.ts';
import type { Side } from '../domain/words.ts';
import type { PreviewLine } from '../passes/contacts/preview.ts';
import { previewContacts } from '../passes/contacts/preview.ts';
import { exchangeUserOf, folderName } from '../passes/exchange-home.ts';
import type { AssignedUser, Settings } from '../salesforce/salesforce.ts';
import type { MailboxState } from '../store/store.ts';
import { securedFields } from '../sync/mapping/contact-mapping.ts';
import { noSuchMailbox } from './no-such-mailbox.ts';
import { permittedDirection } from '../sync/permitted-direction.ts';
import { permittedMapping } from '../sync/permitted-mapping.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import type { OrgDescription } from './ready-configuration.ts';
import { describeOrg, readyConfiguration } from './ready-configuration.ts';

/** What the first pass of one mailbox would do. */
export interface MailboxPreview {
  readonly email: string;
  /** What keeps the mailbox from syncing; null when nothing does. */
  readonly problem: IssueCode | null;
  readonly lines: readonly PreviewLine[];
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
        return { problem: error.code, lines: [] };
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
): Promise<Pick<MailboxPreview, 'problem' | 'lines'>> {
  const configuration = settings.configurations.find(({ id }) => id === user.configurationId);
  if (!configuration) return { problem: 'TDM-R-NO-MAILBOX', lines: [] };
  const { mapping, filter, recordType } = readyConfiguration(configuration, description);
  const fields = securedFields([mapping]);
  const permissions = (await deps.salesforce.readPermissions([user.userId], fields)).get(user.userId);
  if (!permissions) return { problem: 'TDM-R-NO-MAILBOX', lines: [] };
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
  return { problem: refused ? 'TDM-M-FILTER' : null, lines };
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

/** Adds up what the previews of several mailboxes say. */
export function countPreviews(previews: readonly MailboxPreview[]): PreviewCounts {
  const lines = previews.flatMap((preview) => preview.lines);
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
