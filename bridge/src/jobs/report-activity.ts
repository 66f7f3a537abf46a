import type { Flow } from '../domain/words.ts';
import type { Counts } from '../passes/contacts/effects.ts';
import type { BridgeDeps } from './bridge-deps.ts';

/** Adds what passes did to the counts of the day (UTC) that admins see as a chart. */
export async function reportActivity({ store, salesforce, now }: BridgeDeps, counts: Counts): Promise<void> {
  const day = now().toISOString().slice(0, 10);
  const rows = [];
  for (const flow of ['ExchangeToSalesforce', 'SalesforceToExchange'] satisfies Flow[]) {
    if (Object.values(counts[flow]).every((count) => count === 0)) continue;
    const totals = await store.activity.add(day, 'Contact', flow, counts[flow]);
    rows.push({
      Activity_Key__c: `${day}|Contact|${flow}`,
      Day__c: day,
      Kind__c: 'Contact',
      Direction__c: flow,
      Created__c: totals.created,
      Updated__c: totals.updated,
      Deleted__c: totals.deleted,
      Paired__c: totals.paired,
    });
  }
  if (rows.length > 0) await salesforce.writer.upsertRows('Tandem_Activity__c', 'Activity_Key__c', rows);
}
