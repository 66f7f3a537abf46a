import type { Issue } from '../../domain/issue.ts';
import { issueCodes } from '../../domain/issue-codes.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { Row } from '../../salesforce/salesforce.ts';
import type { KnownIssue } from '../../store/store.ts';

/** Tandem_Issue__c.Issue_Key__c: the same trouble with the same item is the same row; each conflict is one of its own. */
export function issueKeyOf(userId: UserId, issue: Issue, content: string): string {
  const item = issue.exchangeId ?? issue.recordId ?? '';
  const occasion = issue.open ? '' : `|${content}`;
  return `${userId}|${issue.code}|${item}|${issue.field}${occasion}`.slice(0, 255);
}

/** An issue as people read it in Salesforce; `content` tells closed ones apart. */
export function issueRow(userId: UserId, mailboxRowId: string, issue: Issue, at: string, content = ''): Row {
  const { sentence, remedy } = issueCodes[issue.code];
  return {
    Issue_Key__c: issueKeyOf(userId, issue, content),
    OwnerId: userId,
    Mailbox__c: mailboxRowId,
    Kind__c: kindOf(issue.code),
    Code__c: issue.code,
    Status__c: issue.open ? 'Open' : 'Closed',
    Item__c: issue.item,
    Field__c: issue.field,
    Reason__c: `${sentence} ${issue.detail}`.trim().slice(0, 4000),
    Remedy__c: remedy,
    Details__c: Object.keys(issue.extras).length === 0 ? null : JSON.stringify(issue.extras).slice(0, 32_000),
    Record_Id__c: issue.recordId,
    Exchange_Id__c: issue.exchangeId,
    Last_Seen__c: at,
    Closed_At__c: issue.open ? null : at,
  };
}

/** What closes an issue, whatever its row says. */
export function closingRow(issueKey: string, at: string): Row {
  return { Issue_Key__c: issueKey, Status__c: 'Closed', Closed_At__c: at };
}

/**
 * Whether the row that was to be closed is not there, which is as good: it was deleted, or a pass ended before it made it. Salesforce
 * takes what closes it for a new row then, which lacks all that one must have.
 */
export function wasNothingToClose(row: Row, outcome: Outcome<unknown> | undefined): boolean {
  if ('Code__c' in row || outcome === undefined || outcome.ok) return false;
  return outcome.refusal.kind === 'refused' && outcome.refusal.code === 'REQUIRED_FIELD_MISSING';
}

/** A closed issue of an item that is private now: what it said of the item is taken away. Complete, since the row may be gone. */
export function reducedIssueRow(userId: UserId, mailboxRowId: string, issue: KnownIssue, item: string): Row {
  // A code that a former version wrote may not be there any more.
  const sentences: Readonly<Partial<Record<string, { readonly sentence: string }>>> = issueCodes;
  return {
    Issue_Key__c: issue.issueKey,
    OwnerId: userId,
    Mailbox__c: mailboxRowId,
    Kind__c: kindOf(issue.code),
    Code__c: issue.code,
    Status__c: 'Closed',
    Item__c: item,
    Reason__c: sentences[issue.code]?.sentence ?? '',
    Details__c: null,
  };
}

function kindOf(code: string): 'Contact' | 'Event' | 'Mailbox' {
  if (code.startsWith('TDM-C')) return 'Contact';
  return code.startsWith('TDM-E') ? 'Event' : 'Mailbox';
}
