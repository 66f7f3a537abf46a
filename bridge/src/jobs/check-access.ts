import type { RecordId, UserId } from '../domain/ids.ts';
import { askAboutContacts, basisOf } from '../passes/record-access.ts';
import type { NightlyTask } from './nightly.ts';

/**
 * Asks anew what users may do with linked records that they do not own, for sharing leaves no stamp on a record. Where it is
 * not what it was, or a link does not fit it, the next pass of the mailbox looks at the record. Five mailboxes, or 1,000
 * links, in one call.
 */
export const checkAccess: NightlyTask = async ({ store, salesforce }, { permissions }, users) => {
  const records = (await store.links.ofOthersRecords(users, 'Contact')).flatMap((record) => {
    const rights = permissions.get(record.userId);
    return rights ? [{ ...record, basis: basisOf(record, rights) }] : [];
  });
  await store.access.forgetOld();
  if (records.length === 0) return [];
  const byUser = Map.groupBy(records, ({ userId }) => userId);
  const answers = await askAboutContacts(
    salesforce,
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
  for (const [userId, ids] of told) await store.inbox.put(userId, 'Contact', ids);
  return [...told.keys()];
};
