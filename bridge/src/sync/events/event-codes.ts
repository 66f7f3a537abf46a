import type { IssueCode } from '../../domain/issue-codes.ts';

/** What the decision about a link says of contacts, said of events. */
const codes: Partial<Record<IssueCode, IssueCode>> = {
  'TDM-C-DELETED-UNSEEN': 'TDM-E-DELETED-UNSEEN',
  'TDM-C-NOT-OWNER': 'TDM-E-NOT-OWNER',
  'TDM-C-NOT-DELETABLE': 'TDM-E-NOT-DELETABLE',
  'TDM-C-PURGED': 'TDM-E-PURGED',
  'TDM-C-ACCESS-LOST': 'TDM-E-ACCESS-LOST',
  'TDM-C-DELETED-BY-OTHER': 'TDM-E-DELETED-BY-OTHER',
};

/** The code of an event for what the decision table calls by that of a contact. */
export function eventCode(code: IssueCode | null): IssueCode | null {
  return code === null ? null : (codes[code] ?? code);
}
