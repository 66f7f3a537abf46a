import type { Issue } from '../domain/issue.ts';
import { openIssue } from '../domain/issue.ts';
import type { IssueCode } from '../domain/issue-codes.ts';
import type { UserId } from '../domain/ids.ts';
import type { Row, Salesforce } from '../salesforce/salesforce.ts';
import type { Claim, KnownIssue, MailboxState, Store } from '../store/store.ts';
import type { TakeFingerprint } from '../sync/merge/merge-values.ts';
import { closingRow, issueKeyOf, issueRow } from './effects/issue-row.ts';
import { nothingDone } from './effects/remember.ts';

/** What people see of one kind, contacts or events, of a mailbox. */
export type KindState = 'NotStarted' | 'FirstSync' | 'InSync' | 'Paused' | 'Held' | 'Failing' | 'Off';

/** Something that concerns the whole mailbox. */
export interface MailboxTrouble {
  readonly code: IssueCode;
  readonly field: string;
  readonly detail: string;
  /** For the screens; goes to Salesforce only. */
  readonly extras?: Issue['extras'];
}

export interface ReportDeps {
  readonly store: Store;
  readonly salesforce: Salesforce;
  readonly fingerprint: TakeFingerprint;
  readonly now: () => Date;
}

/** What it takes to write a mailbox row. */
interface MailboxRowDeps {
  readonly store: { readonly mailboxes: Pick<Store['mailboxes'], 'get'> };
  readonly salesforce: { readonly writer: Pick<Salesforce['writer'], 'upsertRows'> };
  /** The ids of the rows that are known. */
  readonly mailboxRows: Map<UserId, string>;
}

/** What a pause says of a mailbox; a pass that was running then does not say otherwise when it ends. */
const statesAndProblems = [
  'Contacts_State__c',
  'Contacts_Problem__c',
  'Events_State__c',
  'Events_Problem__c',
];

/**
 * Writes the Tandem_Mailbox__c row, and remembers and answers its Salesforce id. Throws when Salesforce refuses it, for
 * nothing works without.
 */
export async function reportMailbox(
  { store, salesforce, mailboxRows }: MailboxRowDeps,
  { userId, email, configurationId, exchangeUserId, folderId, epoch }: MailboxState,
  news: Row,
): Promise<string> {
  const present = await store.mailboxes.get(userId);
  const shown = Object.entries(news).filter(
    ([field]) => present?.active !== false || !statesAndProblems.includes(field),
  );
  const [outcome] = await salesforce.writer.upsertRows('Tandem_Mailbox__c', 'User_Key__c', [
    {
      User_Key__c: userId,
      User__c: userId,
      OwnerId: userId,
      Email__c: email,
      Configuration__c: configurationId,
      Exchange_User_Id__c: exchangeUserId,
      Contacts_Folder_Id__c: folderId,
      Epoch__c: Math.max(epoch, present?.epoch ?? 0),
      ...Object.fromEntries(shown),
    },
  ]);
  if (!outcome?.ok)
    throw new Error(`The mailbox row could not be written: ${JSON.stringify(outcome?.refusal)}`);
  mailboxRows.set(userId, outcome.done);
  return outcome.done;
}

/** Opens issues for the troubles of a mailbox and closes those that are over; answers whether anything changed. */
export async function reportTroubles(
  { store, salesforce, fingerprint, now }: ReportDeps,
  claim: Claim,
  mailboxRowId: string,
  email: string,
  troubles: readonly MailboxTrouble[],
): Promise<boolean> {
  const at = now().toISOString();
  const issues = troubles.map((trouble) => mailboxIssue(trouble, email));
  const raised = issues.map((issue) => ({ issue, known: knownIssue(claim.userId, issue, at, fingerprint) }));
  const open = (await store.issues.open(claim.userId, claim.kind)).filter(
    ({ exchangeId, recordId }) => exchangeId === null && recordId === null,
  );
  const before = new Map(open.map((issue) => [issue.issueKey, issue]));
  const news = raised.filter(({ known }) => before.get(known.issueKey)?.contentHash !== known.contentHash);
  const current = new Set(raised.map(({ known }) => known.issueKey));
  const over = open.filter(({ issueKey, code }) => !current.has(issueKey) && isMailboxCode(code));
  const rows: Row[] = [
    ...news.map(({ issue, known }) => ({
      ...issueRow(claim.userId, mailboxRowId, issue, at),
      ...(before.has(known.issueKey) ? {} : { First_Seen__c: at }),
    })),
    ...over.map(({ issueKey }) => closingRow(issueKey, at)),
  ];
  if (rows.length === 0) return false;
  await salesforce.writer.upsertRows('Tandem_Issue__c', 'Issue_Key__c', rows);
  await store.chunks.remember(claim, {
    ...nothingDone,
    issues: [...news.map(({ known }) => known), ...over.map((issue) => ({ ...issue, open: false }))],
  });
  return true;
}

/** Malformed items have no id either, but are settled by the item itself. */
function isMailboxCode(code: string): boolean {
  return code !== 'TDM-C-MALFORMED' && code !== 'TDM-E-MALFORMED';
}

function mailboxIssue(trouble: MailboxTrouble, email: string): Issue {
  return openIssue({ exchangeId: null, recordId: null, item: email }, trouble);
}

function knownIssue(userId: UserId, issue: Issue, at: string, fingerprint: TakeFingerprint): KnownIssue {
  return {
    issueKey: issueKeyOf(userId, issue, at),
    code: issue.code,
    exchangeId: null,
    recordId: null,
    contentHash: fingerprint('issue', JSON.stringify(issue)),
    open: true,
  };
}

/** How many issues of the mailbox are open, be they of contacts or of events. */
export async function countOpenIssues(store: Pick<Store, 'issues'>, userId: UserId): Promise<number> {
  const open = await Promise.all([store.issues.open(userId, 'Contact'), store.issues.open(userId, 'Event')]);
  return open.flat().length;
}
