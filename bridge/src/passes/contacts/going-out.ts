import type { RecordId } from '../../domain/ids.ts';
import type { SalesforceContact } from '../../domain/item.ts';
import type { MatchingContacts } from '../../salesforce/salesforce.ts';
import { filterSoql } from '../../salesforce/filter/compile-filter.ts';
import type { PassContext } from '../pass-context.ts';

/** Records that are read one by one even when most of them will not go out. */
const fewRecords = 800;

/** The condition of the mailbox's filter in SOQL; null where everything meets it, or where it cannot be asked. */
export function conditionOf({ filter }: Pick<PassContext, 'filter'>): string | null {
  return filter.problems.length > 0 ? null : filterSoql(filter);
}

/**
 * Which of these records, which the user may see, go out to the mailbox: those of the scope that meet the conditions, and those
 * that the user follows. Null while the filter is broken: then nothing new goes out, and nothing counts as having left it.
 */
export async function whatGoesOut(
  context: PassContext,
  visible: readonly SalesforceContact[],
  matching: MatchingContacts | null,
): Promise<ReadonlyMap<RecordId, boolean | null>> {
  const { policy, filter, userId } = context;
  if (matching?.kind === 'refused') context.filterRefused(matching.reason);
  if (filter.problems.length > 0 || matching?.kind === 'refused')
    return new Map(visible.map(({ id }) => [id, null]));
  const followed = await followedRecords(context);
  const meets = ({ id, ownerId }: SalesforceContact) =>
    (policy.scope === 'Visible' || ownerId === userId) && (matching?.ids.has(id) ?? true);
  return new Map(
    visible.map((record) => {
      const counts = policy.personAccounts || !record.isPerson;
      return [record.id, counts && (followed.has(record.id) || meets(record))];
    }),
  );
}

/** All records that may go out to the mailbox, as far as the database knows; Salesforce has the last word on each. */
export async function candidates(context: PassContext): Promise<readonly RecordId[]> {
  const { store, policy, filter, userId } = context;
  if (filter.problems.length > 0) return [];
  const [scope, followed] = await Promise.all([
    policy.scope === 'Visible'
      ? store.records.allIds()
      : store.records.ownedBy(userId).then((owned) => owned.map(({ recordId }) => recordId)),
    followedRecords(context),
  ]);
  return [...new Set([...scope, ...followed])];
}

/** Of many records without a link only those that the filter lets out: asking it for its ids is cheaper than reading them all. */
export async function narrowed(context: PassContext, ids: readonly RecordId[]): Promise<readonly RecordId[]> {
  const condition = conditionOf(context);
  if (condition === null || ids.length <= fewRecords) return ids;
  const owner = context.policy.scope === 'Own' ? context.userId : null;
  const matching = await context.salesforce.readMatchingIds(condition, owner);
  if (matching.kind === 'refused') {
    context.filterRefused(matching.reason);
    return [];
  }
  const followed = await followedRecords(context);
  return ids.filter((id) => matching.ids.has(id) || followed.has(id));
}

async function followedRecords({ store, policy, userId }: PassContext): Promise<ReadonlySet<RecordId>> {
  return policy.followed ? store.follows.ofUser(userId) : new Set();
}
