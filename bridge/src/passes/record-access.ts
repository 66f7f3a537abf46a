import type { AccountId, RecordId, UserId } from '../domain/ids.ts';
import type { UserPermissions } from '../domain/permissions.ts';
import type { AccessByUser, AskedAccess, RecordAccess } from '../domain/record-access.ts';
import { plainStamp } from '../domain/stamp.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import type { AccessBasis, OthersRecord, Store } from '../store/store.ts';

/** Whose access is meant, and where it is asked. */
export interface AccessOf {
  readonly store: Pick<Store, 'access'>;
  readonly salesforce: Pick<Salesforce, 'readRecordAccess' | 'readStamps'>;
  readonly userId: UserId;
  readonly permissions: UserPermissions;
}

/** What access to a contact depends on, besides sharing. */
export type OwnedRecord = Pick<OthersRecord, 'recordId' | 'ownerId' | 'stamp'>;

const nothing: RecordAccess = { read: false, edit: false, delete: false };

/**
 * What a user may do with contacts. Owning one gives all that the user's object permissions allow (Salesforce Help, "Record
 * Access"), so own ones cost nothing; of others Salesforce is asked, 1,000 in one call, unless an answer still counts.
 * Records that do not exist any more are left out.
 */
export async function accessTo(
  whose: AccessOf,
  records: readonly OwnedRecord[],
): Promise<ReadonlyMap<RecordId, RecordAccess>> {
  const { readContacts, editContacts, deleteContacts } = whose.permissions;
  return accessOf(whose, records, { read: readContacts, edit: editContacts, delete: deleteContacts });
}

/** The same of events, of which those who may edit them may delete them too ("Edit Events" of Salesforce Help). */
export async function accessToEvents(
  {
    store,
    salesforce,
    userId,
    permissions,
  }: Omit<AccessOf, 'salesforce'> & { readonly salesforce: OrgOfEvents },
  events: readonly OwnedRecord[],
): Promise<ReadonlyMap<RecordId, RecordAccess>> {
  const { readEvents, editEvents } = permissions;
  const own = { read: readEvents, edit: editEvents, delete: editEvents };
  return accessOf({ store, salesforce: eventsOf(salesforce), userId, permissions }, events, own);
}

type OrgOfEvents = Pick<Salesforce, 'readRecordAccess' | 'events'>;

/** Where access to events is asked, and which of them exist. */
export function eventsOf(salesforce: OrgOfEvents): AccessOf['salesforce'] {
  return {
    readRecordAccess: (asked) => salesforce.readRecordAccess(asked),
    readStamps: (ids) => salesforce.events.readStamps(ids),
  };
}

async function accessOf(
  whose: AccessOf,
  records: readonly OwnedRecord[],
  own: RecordAccess,
): Promise<ReadonlyMap<RecordId, RecordAccess>> {
  const { permissions, userId } = whose;
  const access = new Map<RecordId, RecordAccess>();
  for (const { recordId, ownerId } of records) if (ownerId === userId) access.set(recordId, own);
  const others = records.filter(({ ownerId }) => ownerId !== userId);
  const answers = await answersFor(
    whose,
    others.map((record) => ({ recordId: record.recordId, basis: basisOf(record, permissions) })),
  );
  for (const { recordId } of others) {
    const answer = answers.get(recordId);
    if (answer) access.set(recordId, answer);
  }
  return access;
}

/** Which of these accounts a user may see. Only what they may see is remembered, so that a newly shared account is found at once. */
export async function visibleAccounts(
  { store, salesforce, userId, permissions }: AccessOf,
  ids: readonly AccountId[],
): Promise<ReadonlySet<AccountId>> {
  if (!permissions.readAccounts || ids.length === 0) return new Set();
  const wanted = [...new Set(ids)].map((recordId) => ({ recordId, basis: 'account' }));
  const known = await store.access.fresh(userId, wanted);
  const unknown = wanted.filter(({ recordId }) => !known.has(recordId));
  const visible = new Set(ids.filter((id) => known.has(id)));
  if (unknown.length === 0) return visible;
  const asked = unknown.map(({ recordId }) => recordId);
  const answers = (await salesforce.readRecordAccess([{ userId, ids: asked }])).get(userId);
  const news = unknown.flatMap((one) => {
    const access = answers?.get(one.recordId);
    return access?.read ? [{ ...one, userId, access }] : [];
  });
  await store.access.remember(news);
  for (const { recordId } of news) visible.add(recordId);
  return visible;
}

/** The text by which an answer is known to be about the record as it is now, and the user as permitted now. */
export function basisOf({ ownerId, stamp }: OwnedRecord, permissions: UserPermissions): string {
  const { fields: _, ...rights } = permissions;
  const flags = Object.values(rights).map(Number).join('');
  return `${ownerId} ${plainStamp(stamp)} ${flags}`;
}

/**
 * Asks what users may do with records, whatever was answered before. A record that exists and has no answer is hidden even
 * from the integration user, and so from everybody as far as the bridge can tell.
 */
export async function askAnew(
  salesforce: AccessOf['salesforce'],
  asked: readonly AskedAccess[],
): Promise<AccessByUser> {
  const answers = await salesforce.readRecordAccess(asked);
  const unanswered = asked.flatMap(({ userId, ids }) => ids.filter((id) => !answers.get(userId)?.has(id)));
  if (unanswered.length === 0) return answers;
  const existing = await salesforce.readStamps(unanswered as readonly RecordId[]);
  return new Map(
    asked.map(({ userId, ids }) => {
      const hidden = ids.filter((id) => existing.has(id as RecordId)).map((id) => [id, nothing] as const);
      return [userId, new Map<string, RecordAccess>([...hidden, ...(answers.get(userId) ?? [])])];
    }),
  );
}

async function answersFor(
  { store, salesforce, userId }: AccessOf,
  wanted: readonly AccessBasis[],
): Promise<ReadonlyMap<string, RecordAccess>> {
  if (wanted.length === 0) return new Map();
  const known = await store.access.fresh(userId, wanted);
  const unknown = wanted.filter(({ recordId }) => !known.has(recordId));
  if (unknown.length === 0) return known;
  const ids = unknown.map(({ recordId }) => recordId as RecordId);
  const found = (await askAnew(salesforce, [{ userId, ids }])).get(userId);
  const answers = unknown.flatMap((basis) => {
    const access = found?.get(basis.recordId);
    return access === undefined ? [] : [{ ...basis, userId, access }];
  });
  await store.access.remember(answers);
  return new Map([...known, ...answers.map(({ recordId, access }) => [recordId, access] as const)]);
}
