import approveMailConfirm from '@salesforce/label/c.Tandem_Approve_Mail_Confirm';
import type { About, RequestKind } from 'c/tandemRequests';
import { fill } from 'c/tandemText';
import type { Issue } from './tandemIssue';

/** What an issue says of how it can be settled. */
export interface Settling {
  readonly code: string;
  /** Whether it is about a contact or record rather than a whole mailbox. */
  readonly hasItem: boolean;
  readonly isOpen: boolean;
}

const COMPANY: readonly string[] = ['TDM-C-COMPANY', 'TDM-C-COMPANY-TWICE'];
const HELD: readonly string[] = ['TDM-M-HELD', 'TDM-M-HELD-EVENTS'];
/** A change of a meeting that waits, since many others have mailed people. */
const MAIL_HELD = 'TDM-E-MAIL-HELD';
/** An item without a record, which may be one that there is already. */
const WITHOUT_RECORD: readonly string[] = ['TDM-C-DUPLICATE', 'TDM-C-NAMELESS', 'TDM-C-PURGED'];

/**
 * What settles an issue, the most fitting first. Held deletions and mailboxes that another org syncs are for admins to decide; what
 * is about a whole mailbox cannot be ignored.
 */
export function settledBy({ code, hasItem, isOpen }: Settling, isAdmin: boolean): RequestKind[] {
  if (!isOpen) return [];
  const admins = (kind: RequestKind): RequestKind[] => (isAdmin ? [kind] : []);
  if (HELD.includes(code)) return [...admins('Approve'), 'Retry'];
  if (code === 'TDM-M-OTHER-ORG') return [...admins('ResetContacts'), 'Retry'];
  if (code === 'TDM-M-OTHER-ORG-EVENTS') return [...admins('ResetEvents'), 'Retry'];
  if (code === 'TDM-M-FOLDER-GONE') return ['ResetContacts', 'Retry'];
  if (!hasItem) return ['Retry'];
  return [
    ...(code === MAIL_HELD ? admins('Approve') : []),
    ...(COMPANY.includes(code) ? (['ChooseAccount'] as const) : []),
    ...(WITHOUT_RECORD.includes(code) ? (['ChooseContact'] as const) : []),
    'Retry',
    'Ignore',
  ];
}

/** What is asked about an issue: an approval holds for no more than was shown of it. */
export function aboutOf({ id: issueId, userId, code, details }: Issue, kind: RequestKind): About {
  const about = { issueId, userId };
  if (kind !== 'Approve') return about;
  if (HELD.includes(code)) return { ...about, parameters: { shown: String(details.held) } };
  return { ...about, question: fill(approveMailConfirm, details.mailed.length) };
}

/** What settles many issues of one reason at once: what needs no choice for each. */
export function settledTogether(issues: readonly Settling[], isAdmin: boolean): RequestKind[] {
  const [first = [], ...others] = issues.map((issue) => settledBy(issue, isAdmin));
  return first.filter(
    (kind) =>
      kind !== 'ChooseAccount' && kind !== 'ChooseContact' && others.every((one) => one.includes(kind)),
  );
}
