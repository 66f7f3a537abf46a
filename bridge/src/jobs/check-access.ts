import type { RecordId, UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import { askAnew, basisOf, eventsOf } from '../passes/record-access.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import type { NightlyTask } from './nightly.ts';
import type { OrgSettings } from './settings-reader.ts';

/**
 * Asks anew what users may do with linked records that they do not own, for sharing leaves no stamp on a record. Where it is
 * not what it was, or a link does not fit it, the next pass of the mailbox looks at the record. Five mailboxes, or 1,000
 * links, in one call for contacts and one for events.
 */
export const checkAccess: NightlyTask = async (deps, { permissions }, users) => {
  await deps.store.access.forgetOld();
  const told: UserId[] = [];
  for (const kind of ['Contact', 'Event'] as const)
    told.push(...(await checkAccessTo(kind, deps, permissions, users)));
  return [...new Set(told)];
};

async function checkAccessTo(
  kind: Kind,
  { store, salesforce }: BridgeDeps,
  permissions: OrgSettings['permissions'],
  users: readonly UserId[],
): Promise<readonly UserId[]> {
  const records = (await store.links.ofOthersRecords(users, kind)).flatMap((record) => {
    const rights = permissions.get(record.userId);
    return rights ? [{ ...record, basis: basisOf(record, rights) }] : [];
  });
  if (records.length === 0) return [];
  const byUser = Map.groupBy(records, ({ userId }) => userId);
  const answers = await askAnew(
    kind === 'Contact' ? salesforce : eventsOf(salesforce),
    [...byUser].map(([userId, some]) => ({ userId, ids: some.map(({ recordId }) => recordId) })),
  );
  const known = records.flatMap((record) => {
    const access = answers.get(record.userId)?.get(record.recordId);
    return access ? [{ ...record, access }] : [];
  });
  const changed = await store.access.remember(
    known.map(({ userId, recordId, basis, access }) => ({ userId, recordId, basis, access })),
  );
  const unfit = known.filter(({ live, access }) => live !== access.read);
  const told = new Map<UserId, RecordId[]>();
  for (const { userId, recordId } of [...changed, ...unfit])
    told.set(userId, [...(told.get(userId) ?? []), recordId as RecordId]);
  for (const [userId, ids] of told) await store.inbox.put(userId, kind, ids);
  return [...told.keys()];
}
