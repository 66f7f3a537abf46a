import { z } from 'zod';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { IssueDetail } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { text } from '../wire/shapes.ts';
import { rowsOfIds } from './by-id.ts';

const issueRow = z.object({
  Issue_Key__c: z.string(),
  Mailbox__c: text,
  Code__c: z.string(),
  Status__c: z.string(),
  Details__c: text,
  Exchange_Id__c: text.transform((value) => value as ExchangeId | null),
  Record_Id__c: text.transform((value) => value as RecordId | null),
});

/** One issue by the id of its row; null when there is none. Whose it is stands at the beginning of its key. */
export async function readIssue(org: Org, patience: Patience, rowId: string): Promise<IssueDetail | null> {
  const [row] = await rowsOfIds(org, patience, issueRow, {
    select: Object.keys(issueRow.shape),
    object: 'Tandem_Issue__c',
    ids: [rowId],
  });
  if (!row) return null;
  return {
    issueKey: row.Issue_Key__c,
    userId: as<UserId>(row.Issue_Key__c.split('|')[0] ?? ''),
    mailboxRowId: row.Mailbox__c,
    code: row.Code__c,
    open: row.Status__c === 'Open',
    details: row.Details__c,
    exchangeId: row.Exchange_Id__c,
    recordId: row.Record_Id__c,
  };
}
