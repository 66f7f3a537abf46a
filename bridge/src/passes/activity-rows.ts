import type { Flow, Kind } from '../domain/words.ts';
import type { Row } from '../salesforce/salesforce.ts';
import type { Store } from '../store/store.ts';
import type { Counts } from './effects/effects.ts';

/** Adds what a pass did to the counts of the day (UTC) that admins see as a chart; the rows of what changed. */
export async function activityRows(
  { store, now }: { readonly store: Store; readonly now: () => Date },
  kind: Kind,
  counts: Counts,
): Promise<readonly Row[]> {
  const day = now().toISOString().slice(0, 10);
  const rows: Row[] = [];
  for (const flow of ['ExchangeToSalesforce', 'SalesforceToExchange'] satisfies Flow[]) {
    if (Object.values(counts[flow]).every((count) => count === 0)) continue;
    const totals = await store.activity.add(day, kind, flow, counts[flow]);
    rows.push({
      Activity_Key__c: `${day}|${kind}|${flow}`,
      Day__c: day,
      Kind__c: kind,
      Direction__c: flow,
      Created__c: totals.created,
      Updated__c: totals.updated,
      Deleted__c: totals.deleted,
      Paired__c: totals.paired,
    });
  }
  return rows;
}
