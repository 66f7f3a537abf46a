import type { RequestKind } from 'c/tandemRequests';

/** What an issue says of how it can be settled. */
export interface Settling {
  readonly code: string;
  /** Whether it is about a contact or record rather than a whole mailbox. */
  readonly hasItem: boolean;
  readonly isOpen: boolean;
}

const COMPANY: readonly string[] = ['TDM-C-COMPANY', 'TDM-C-COMPANY-TWICE'];
/** An item without a record, which may be one that there is already. */
const WITHOUT_RECORD: readonly string[] = ['TDM-C-DUPLICATE', 'TDM-C-NAMELESS', 'TDM-C-PURGED'];

/**
 * What settles an issue, the most fitting first. Held deletions and mailboxes that another org syncs are for admins to decide; what
 * is about a whole mailbox cannot be ignored.
 */
export function settledBy({ code, hasItem, isOpen }: Settling, isAdmin: boolean): RequestKind[] {
  if (!isOpen) return [];
  const admins = (kind: RequestKind): RequestKind[] => (isAdmin ? [kind] : []);
  if (code === 'TDM-M-HELD') return [...admins('Approve'), 'Retry'];
  if (code === 'TDM-M-OTHER-ORG') return [...admins('ResetContacts'), 'Retry'];
  if (code === 'TDM-M-FOLDER-GONE') return ['ResetContacts', 'Retry'];
  if (!hasItem) return ['Retry'];
  return [
    ...(COMPANY.includes(code) ? (['ChooseAccount'] as const) : []),
    ...(WITHOUT_RECORD.includes(code) ? (['ChooseContact'] as const) : []),
    'Retry',
    'Ignore',
  ];
}

/** What settles many issues of one reason at once: what needs no choice for each. */
export function settledTogether(issues: readonly Settling[], isAdmin: boolean): RequestKind[] {
  const [first = [], ...others] = issues.map((issue) => settledBy(issue, isAdmin));
  return first.filter(
    (kind) =>
      kind !== 'ChooseAccount' && kind !== 'ChooseContact' && others.every((one) => one.includes(kind)),
  );
}
