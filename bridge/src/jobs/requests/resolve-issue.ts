import type { UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { allEnd } from '../../passes/effects/all-end.ts';
import { epochRow } from '../../passes/effects/epoch-row.ts';
import { closingRow } from '../../passes/effects/issue-row.ts';
import { linkRow } from '../../passes/effects/link-row.ts';
import { nothingDone } from '../../passes/effects/remember.ts';
import type { Kind } from '../../domain/words.ts';
import type { IssueDetail } from '../../salesforce/salesforce.ts';
import type { Claim } from '../../store/store.ts';
import type { RequestDeps } from './request.ts';

/** Writes the links that a person decided on and closes the issue: in Salesforce first, then in the database. */
export async function resolveIssue(
  { salesforce, store, now }: RequestDeps,
  claim: Claim,
  issue: IssueDetail,
  links: readonly Link[],
): Promise<void> {
  const told = await epochRow(store, claim.userId);
  const [written] = await allEnd([
    salesforce.writer.upsertRows(
      'Tandem_Link__c',
      'Link_Key__c',
      links.map((link) => linkRow(claim.userId, issue.mailboxRowId ?? '', link)),
    ),
    salesforce.writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', [told]),
  ]);
  if (written.some(({ ok }) => !ok)) throw new Error('The link row could not be written.');
  const at = now().toISOString();
  await salesforce.writer.upsertRows('Tandem_Issue__c', 'Issue_Key__c', [closingRow(issue.issueKey, at)]);
  const known = await store.issues.get([issue.issueKey]);
  await store.chunks.remember(claim, {
    ...nothingDone,
    links,
    issues: [...known.values()].map((one) => ({ ...one, open: false })),
  });
}

/** The link of the issue's item, or of its record. */
export async function linkOf(
  { store }: RequestDeps,
  userId: UserId,
  { exchangeId, recordId, code }: IssueDetail,
): Promise<Link | null> {
  const links = await store.links.ofMailbox(userId, kindOf(code));
  const ofItem = links.find((link) => link.exchangeId === exchangeId);
  return ofItem ?? links.find((link) => link.recordId === recordId && link.state === 'Live') ?? null;
}

/** What an issue is about, by its code. */
export function kindOf(code: string): Kind {
  return code.startsWith('TDM-E-') ? 'Event' : 'Contact';
}
