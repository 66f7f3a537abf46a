import { z } from 'zod';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import type { IssueRow, OpenIssueRow } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { text } from '../wire/shapes.ts';
import { startingWith } from '../../rules/soql-text.ts';
import { allRowsById } from './by-id.ts';

const issueRow = z.object({
  Id: z.string(),
  Issue_Key__c: z.string(),
  Code__c: z.string(),
  Status__c: z.string(),
  Exchange_Id__c: text.transform((value) => value as ExchangeId | null),
  Record_Id__c: text.transform((value) => value as RecordId | null),
});

/** The open issues of a mailbox, found by their key, which begins with the user's id. */
export async function readOpenIssueRows(
  org: Org,
  patience: Patience,
  userId: UserId,
): Promise<readonly OpenIssueRow[]> {
  return issueRows(org, patience, `Issue_Key__c LIKE ${startingWith(`${userId}|`)} AND Status__c = 'Open'`);
}

/** The issues about a mailbox's events, closed ones too; after the user's id their key has the code. */
export async function readEventIssueRows(
  org: Org,
  patience: Patience,
  userId: UserId,
): Promise<readonly IssueRow[]> {
  return issueRows(org, patience, `Issue_Key__c LIKE ${startingWith(`${userId}|TDM-E-`)}`);
}

async function issueRows(org: Org, patience: Patience, where: string): Promise<readonly IssueRow[]> {
  const rows = await allRowsById(org, patience, issueRow, {
    select: ['Issue_Key__c', 'Code__c', 'Status__c', 'Exchange_Id__c', 'Record_Id__c'],
    object: 'Tandem_Issue__c',
    where,
  });
  return rows.map((row) => ({
    issueKey: row.Issue_Key__c,
    code: row.Code__c,
    exchangeId: row.Exchange_Id__c,
    recordId: row.Record_Id__c,
    open: row.Status__c === 'Open',
  }));
}
