import type { RecordId } from '../../domain/ids.ts';
import { followed } from '../../sync/plan/merged-records.ts';
import type { PassContext } from '../pass-context.ts';
import type { Changes } from './read-changes.ts';

/** The changes with every link of a merged record moved to the record that it lives on in, which is then to be looked at. */
export async function followMerges({ store, userId }: PassContext, changes: Changes): Promise<Changes> {
  if (changes.records.size === 0 && !changes.full) return changes;
  const masters = await store.links.masters(userId, 'Contact');
  if (masters.size === 0) return changes;
  const masterOf = (recordId: RecordId) => masters.get(recordId);
  const moving = changes.links.filter(({ recordId }) => masters.has(recordId));
  return {
    ...changes,
    links: changes.links.map((link) => {
      const master = masterOf(link.recordId);
      return master === undefined ? link : followed(link, master);
    }),
    moved: new Set(moving.map(({ exchangeId }) => exchangeId)),
    records: new Set([...changes.records, ...moving.flatMap(({ recordId }) => masterOf(recordId) ?? [])]),
  };
}
