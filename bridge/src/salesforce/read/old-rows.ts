import { z } from 'zod';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest } from '../wire/query.ts';
import type { OldRows } from '../salesforce.ts';

const mostRows = 2_000;
const shape = z.object({ Id: z.string() });

const conditions = {
  requests: (before: string) =>
    `FROM Tandem_Request__c WHERE Status__c IN ('Done', 'Failed', 'Refused') AND Served_At__c < ${before}`,
  issues: (before: string) =>
    `FROM Tandem_Issue__c WHERE Status__c = 'Closed' AND Code__c != 'TDM-C-CONFLICT' AND Closed_At__c < ${before}`,
  conflicts: (before: string) =>
    `FROM Tandem_Issue__c WHERE Status__c = 'Closed' AND Code__c = 'TDM-C-CONFLICT' AND Closed_At__c < ${before}`,
};

/** Ids of up to 2,000 rows of that sort that ended before the instant (ISO). */
export async function readOldRows(
  org: Org,
  patience: Patience,
  sort: OldRows,
  before: string,
): Promise<readonly string[]> {
  const soql = `SELECT Id ${conditions[sort](before)} ORDER BY Id LIMIT ${mostRows}`;
  const rows = await patience(async () => allRows(org, shape, await org.call(queryRequest(soql)), sort));
  return rows.map(({ Id }) => Id);
}
