import type { OldRows } from '../salesforce/salesforce.ts';
import type { BridgeDeps } from './bridge-deps.ts';

/** For how many days rows that are done with stay in Salesforce. */
export type KeepDays = Readonly<Record<OldRows, number>>;

const dayMs = 24 * 60 * 60 * 1000;
/** Portions of 2,000 rows a night, so that a backlog never takes the day's API requests. */
const mostPortions = 10;

const objects = {
  requests: 'Tandem_Request__c',
  issues: 'Tandem_Issue__c',
  conflicts: 'Tandem_Issue__c',
} as const satisfies Record<OldRows, string>;

/** Once a day (UTC), or now, deletes served requests and closed issues that are older than is wanted; answers how many. */
export async function removeOldRows(
  { store, salesforce, now, log }: Pick<BridgeDeps, 'store' | 'salesforce' | 'now' | 'log'>,
  keepDays: KeepDays,
  when: 'due' | 'now' = 'due',
): Promise<number> {
  const today = now().toISOString().slice(0, 10);
  if (when === 'due' && (await store.meta.get('old rows removed on')) === today) return 0;
  const sorts = ['requests', 'issues', 'conflicts'] as const;
  // Side by side, so that they are asked for in one call.
  const removed = (await Promise.all(sorts.map((sort) => removeSort(sort)))).reduce(
    (sum, rows) => sum + rows,
  );
  await store.meta.set('old rows removed on', today);
  if (removed > 0) log.info({ rows: removed }, 'Old requests and issues were deleted.');
  return removed;

  async function removeSort(sort: OldRows): Promise<number> {
    const before = new Date(now().getTime() - keepDays[sort] * dayMs).toISOString();
    let removed = 0;
    for (let portion = 0; portion < mostPortions; portion += 1) {
      const ids = await salesforce.readOldRows(sort, before);
      if (ids.length === 0) break;
      const outcomes = await salesforce.writer.deleteRows(objects[sort], ids);
      const gone = outcomes.filter(({ ok }) => ok).length;
      removed += gone;
      if (gone === 0) break;
    }
    return removed;
  }
}
