import type { UserId } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import { issueCodes } from '../../domain/issue-codes.ts';
import type { Link } from '../../domain/link.ts';
import type { Configuration } from '../../domain/policy.ts';
import type { Kind } from '../../domain/words.ts';
import type { MailboxState } from '../../store/store.ts';
import type { Answer, CheckedRequest, RequestDeps } from './request.ts';
import { done } from './request.ts';

/** A mailbox that syncs, and what an admin decided for it. */
export interface Syncing {
  readonly mailbox: MailboxState;
  readonly configuration: Configuration | undefined;
}

/** The answer to why something does not sync: a code with its sentence and remedy. */
export function because(code: IssueCode, extras: object = {}, detail = ''): Answer {
  const { sentence, remedy } = issueCodes[code];
  return done(`${sentence} ${detail}`.trim(), { code, remedy, ...extras });
}

/** Whose mailbox is meant: an admin who names nobody wants to know it of the record's owner. */
export function meantUser({ row, userId, admin }: CheckedRequest, ownerId: UserId): UserId {
  return admin && row.userId === null ? ownerId : userId;
}

/** The user's mailbox; the answer when it does not sync at all. */
export async function syncingMailbox(
  { store, salesforce }: RequestDeps,
  userId: UserId,
): Promise<Syncing | { readonly off: Answer }> {
  const mailbox = await store.mailboxes.get(userId);
  if (mailbox === null) return { off: because('TDM-R-NO-MAILBOX') };
  const { configurations, pauses } = await salesforce.readSettings();
  const { configurationId } = mailbox;
  if (pauses.some(({ of }) => of === 'org' || of === userId || of === configurationId))
    return { off: because('TDM-M-PAUSED') };
  if (!mailbox.active) return { off: because('TDM-R-NO-MAILBOX') };
  return { mailbox, configuration: configurations.find(({ id }) => id === configurationId) };
}

/** The record's link in this mailbox, a live one first, and the code of what is open about either. */
export async function linkAndIssue(
  { store }: RequestDeps,
  userId: UserId,
  kind: Kind,
  recordId: string,
): Promise<{ readonly link: Link | undefined; readonly issueCode: IssueCode | null }> {
  const links = (await store.links.ofMailbox(userId, kind)).filter((link) => link.recordId === recordId);
  const link = links.find(({ state }) => state === 'Live') ?? links[0];
  const issue = (await store.issues.open(userId, kind)).find(
    (one) => one.recordId === recordId || (link !== undefined && one.exchangeId === link.exchangeId),
  );
  return { link, issueCode: issue && isIssueCode(issue.code) ? issue.code : null };
}

/** Whether a text is a code that this bridge knows. */
export function isIssueCode(code: string): code is IssueCode {
  return code in issueCodes;
}
