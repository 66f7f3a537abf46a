import type { ConfigurationId, RecordId, UserId } from '../domain/ids.ts';
import type { Configuration } from '../domain/policy.ts';
import type { ReadPosition, RequestRow } from '../salesforce/salesforce.ts';
import { companyKey } from '../sync/pairing/match-keys.ts';
import type { ReaderState } from '../store/store.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { knownRecord } from '../passes/contacts/known-record.ts';
import { looksAtAccounts } from './ready-configuration.ts';
import type { OrgSettings } from './settings-reader.ts';
import { recordsShownAgain } from './shown-again.ts';

/** What one read of the org brought. */
export interface OrgRead {
  /** Mailboxes whose inbox got something. */
  readonly users: readonly UserId[];
  readonly requests: readonly RequestRow[];
}

/**
 * Records are committed after they are stamped, so one can appear with a stamp that lies before what was read already. Each
 * read therefore starts this long before the org's time at the previous one; what is known already is no news.
 */
const overlapMs = 10 * 60 * 1000;

/** Where a reading of changed contacts starts. */
export interface ContactsStart {
  readonly read: number;
  readonly start: ReaderState | null;
}

/** Begins a reading of changed contacts. */
export async function beginContacts({ store }: Pick<BridgeDeps, 'store'>): Promise<ContactsStart> {
  const read = await store.readers.begin('contacts');
  return { read, start: await store.readers.get('contacts') };
}

/** Reads the org's changed contacts and waiting requests, for all mailboxes together. */
export async function readContactsOfOrg(
  { salesforce, store, fingerprint }: BridgeDeps,
  { read, start }: ContactsStart,
): Promise<OrgRead> {
  const users = new Set<UserId>();
  let position: ReadPosition | null = start;
  for (;;) {
    const { contacts, more, requests } = await salesforce.readHot(position);
    // In one step: a record that is remembered but reported to nobody would be no news to the next process.
    const known = contacts.map((keys) => knownRecord(keys, fingerprint, salesforce.serverTime()));
    const reported = await store.records.remember(known, 'Contact');
    for (const userId of reported.users) users.add(userId);
    const last = contacts.at(-1);
    if (more && last) {
      position = { stamp: last.stamp, id: last.id };
      continue;
    }
    await advance({ salesforce, store }, 'contacts', start, last?.stamp ?? position?.stamp ?? null);
    await store.readers.done('contacts', read);
    return { users: [...users], requests };
  }
}

/**
 * Reads the org's changed accounts: a new one may be a company that was missed, a renamed one changes its contacts, and where
 * a filter looks at accounts any change may let contacts in or out.
 */
export async function readAccountsOfOrg(
  { salesforce, store, fingerprint }: BridgeDeps,
  settings?: Pick<OrgSettings, 'configurations'>,
): Promise<readonly UserId[]> {
  const anyChange = settings !== undefined && looksAtAccounts(configurationsIn(settings));
  const start = await store.readers.get('accounts');
  const users = new Set<UserId>();
  let position: ReadPosition | null = start;
  for (;;) {
    const { accounts, more } = await salesforce.readAccounts(position);
    const known = accounts.map(({ id, name, stamp, deleted }) => ({
      accountId: id,
      nameKey: companyKey(name, fingerprint),
      deleted,
      stamp: anyChange ? stamp : '',
    }));
    for (const userId of await store.accounts.remember(known, 'Contact')) users.add(userId);
    const last = accounts.at(-1);
    if (more && last) {
      position = { stamp: last.stamp, id: last.id };
      continue;
    }
    await advance({ salesforce, store }, 'accounts', start, last?.stamp ?? position?.stamp ?? null);
    return [...users];
  }
}

/** Reads what users follow in Chatter, where that matters. Follows leave no stamp, so all of them are read each time. */
export async function readFollowsOfOrg(
  { salesforce, store }: BridgeDeps,
  settings: Pick<OrgSettings, 'configurations'>,
): Promise<readonly UserId[]> {
  const policies = new Map(configurationsIn(settings).map(({ id, contacts }) => [id, contacts]));
  const policyOf = (id: ConfigurationId | null) => (id === null ? undefined : policies.get(id));
  const following = (await store.mailboxes.all()).filter(
    ({ active, configurationId }) => active && policyOf(configurationId)?.followed === true,
  );
  if (following.length === 0) return [];
  const withAccounts = following.some(({ configurationId }) => policyOf(configurationId)?.personAccounts);
  return store.follows.remember(
    await salesforce.readFollows(
      following.map(({ userId }) => userId),
      withAccounts,
    ),
  );
}

function configurationsIn({ configurations }: Pick<OrgSettings, 'configurations'>): readonly Configuration[] {
  return [...configurations.values()].map(({ configuration }) => configuration);
}

/**
 * Finds contacts that were deleted without having been seen deleted: the feed of deletions names them, or they are in no
 * list at all. The recycle bin tells who deleted them and whether they were merged; of those that left it nobody knows, and
 * they are found again when that was an empty answer.
 */
export async function readDeletionsOfOrg({
  salesforce,
  store,
  fingerprint,
}: BridgeDeps): Promise<readonly UserId[]> {
  const since = await store.meta.get('deletions read until');
  const time = salesforce.serverTime();
  if (since === null) {
    if (time !== null) await store.meta.set('deletions read until', time);
    return [];
  }
  const { ids, until, complete } = await salesforce.readDeletedContacts(since);
  const gone = complete ? ids : await missing({ salesforce, store });
  const known = await store.records.get(gone);
  const news = gone.filter((id) => known.get(id)?.deleted === false);
  const users = await rememberGone({ salesforce, store, fingerprint }, news);
  await store.meta.set('deletions read until', until);
  return [...users, ...(await rememberShownAgain({ salesforce, store, fingerprint }))];
}

async function rememberShownAgain({
  salesforce,
  store,
  fingerprint,
}: Pick<BridgeDeps, 'salesforce' | 'store' | 'fingerprint'>): Promise<readonly UserId[]> {
  const again = await recordsShownAgain(store, 'Contact', {
    known: store.records,
    anyOf: async (ids) => (await salesforce.readContactKeys(ids)).length > 0,
    allIds: () => salesforce.readAllContactIds(),
  });
  if (again.length === 0) return [];
  const found = (await salesforce.readContactKeys(again)).map((keys) =>
    knownRecord(keys, fingerprint, salesforce.serverTime()),
  );
  return (await store.records.remember(found, 'Contact')).users;
}

async function rememberGone(
  { salesforce, store, fingerprint }: Pick<BridgeDeps, 'salesforce' | 'store' | 'fingerprint'>,
  ids: readonly RecordId[],
): Promise<readonly UserId[]> {
  if (ids.length === 0) return [];
  const found = await salesforce.readContactKeys(ids);
  const there = new Set(found.map(({ id }) => id));
  const lost = ids.filter((id) => !there.has(id));
  // Reported first: once they are remembered, they are no news to another process.
  const users = await store.inbox.report('Contact', ids);
  await store.records.remember(found.map((keys) => knownRecord(keys, fingerprint, salesforce.serverTime())));
  await store.records.markGone(lost);
  return users;
}

async function missing({
  salesforce,
  store,
}: Pick<BridgeDeps, 'salesforce' | 'store'>): Promise<readonly RecordId[]> {
  const [existing, known] = await Promise.all([salesforce.readAllContactIds(), store.records.allIds()]);
  return known.filter((id) => !existing.has(id));
}

/** The next read starts an overlap before the org's present time, but never before this one did. */
export async function advance(
  { salesforce, store }: Pick<BridgeDeps, 'salesforce' | 'store'>,
  reader: string,
  start: ReadPosition | null,
  lastStamp: string | null,
): Promise<void> {
  const time = salesforce.serverTime() ?? lastStamp;
  if (time === null) return;
  const stamp = new Date(Date.parse(time) - overlapMs).toISOString();
  if (start === null || Date.parse(stamp) > Date.parse(start.stamp))
    await store.readers.set(reader, { stamp, id: '' });
}
