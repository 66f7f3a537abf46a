import type { RecordId } from '../../domain/ids.ts';
import type { SalesforceContact } from '../../domain/item.ts';
import type { MatchingContacts } from '../../salesforce/salesforce.ts';
import { filterSoql } from '../../salesforce/filter/compile-filter.ts';
import type { PassContext } from '../pass-context.ts';

/** Records that are read one by one even when most of them will not go out. */
const fewRecords = 800;

/** What decides which contacts go out to a mailbox. */
type GoingOut = Pick<PassContext, 'store' | 'salesforce' | 'policy' | 'filter' | 'userId'>;

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
  const { filter } = context;
  if (matching?.kind === 'refused') context.filterRefused(matching.reason);
  if (filter.problems.length > 0 || matching?.kind === 'refused')
    return new Map(visible.map(({ id }) => [id, null]));
  const followed = await followedRecords(context);
  return new Map(
    visible.map((record) => [record.id, whyKept(context, record, followed, matching?.ids ?? null) === null]),
  );
}

/** Why a contact does not go out: it is a person account, belongs to somebody else, or does not meet the conditions. */
export type WhyKept = 'Person' | 'NotOwned' | 'Filtered' | 'FilterBroken';

/** Why this record, which the user may see, does not go out to the mailbox; null when it does. One call. */
export async function whyNotOut(context: GoingOut, id: RecordId): Promise<WhyKept | null> {
  const condition = conditionOf(context);
  if (context.filter.problems.length > 0) return 'FilterBroken';
  const wanted = { ids: [id], fields: ['Tandem_Key__c'] };
  const { contacts, matching } =
    condition === null
      ? { contacts: await context.salesforce.readContacts(wanted.ids, wanted.fields), matching: null }
      : await context.salesforce.readSelectedContacts({ ...wanted, condition });
  if (matching?.kind === 'refused') return 'FilterBroken';
  const record = contacts.get(id);
  return record ? whyKept(context, record, await followedRecords(context), matching?.ids ?? null) : null;
}

/** The conditions that this record does not meet, in words; one call for each where there are several. */
export async function unmetConditions(
  { salesforce, filter: { conditions } }: Pick<GoingOut, 'salesforce' | 'filter'>,
  id: RecordId,
): Promise<readonly string[]> {
  if (conditions.length === 1) return conditions.map(({ words }) => words);
  const unmet = conditions.map(async ({ words, soql }) => {
    const { matching } = await salesforce.readSelectedContacts({
      ids: [id],
      fields: ['Tandem_Key__c'],
      condition: `(${soql})`,
    });
    return matching?.kind === 'known' && !matching.ids.has(id) ? [words] : [];
  });
  return (await Promise.all(unmet)).flat();
}

function whyKept(
  { policy, userId }: GoingOut,
  record: SalesforceContact,
  followed: ReadonlySet<RecordId>,
  matching: ReadonlySet<RecordId> | null,
): WhyKept | null {
  if (record.isPerson && !policy.personAccounts) return 'Person';
  if (followed.has(record.id)) return null;
  if (policy.scope === 'Own' && record.ownerId !== userId) return 'NotOwned';
  return matching === null || matching.has(record.id) ? null : 'Filtered';
}

/** All records that may go out to the mailbox, as far as the database knows; Salesforce has the last word on each. */
export async function candidates(context: PassContext): Promise<readonly RecordId[]> {
  const { store, policy, filter, userId } = context;
  if (filter.problems.length > 0) return [];
  const [scope, followed] = await Promise.all([
    policy.scope === 'Visible' ? store.records.allIds() : store.records.ownedBy(userId),
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

async function followedRecords({ store, policy, userId }: GoingOut): Promise<ReadonlySet<RecordId>> {
  return policy.followed ? store.follows.ofUser(userId) : new Set();
}
