import type { ExchangeId, RecordId } from './ids.ts';
import type { IssueCode } from './issue-codes.ts';

/** Something that did not sync, or a value that was kept: what people read on the Issues screen. */
export interface Issue {
  readonly code: IssueCode;
  /** The Salesforce field, a mapping's text, or empty when the whole item is meant. */
  readonly field: string;
  readonly exchangeId: ExchangeId | null;
  readonly recordId: RecordId | null;
  /** The item's name as people know it. Goes to Salesforce only, never to a log or the database. */
  readonly item: string;
  /** What was found, in addition to the code's sentence: lengths, the service's own message. */
  readonly detail: string;
  /** Structured extras for the screens, such as near matches or the losing value. Goes to Salesforce only. */
  readonly extras: Readonly<Record<string, unknown>>;
  /** Conflicts are born closed: the value is kept, nothing has to be done. */
  readonly open: boolean;
}

/** What is said of an item, whichever it is. */
export type IssueText = Pick<Issue, 'code' | 'field' | 'detail' | 'extras'>;

/** An open issue of an item. The keys have one order, since its fingerprint is taken of its text. */
export function openIssue(
  { exchangeId, recordId, item }: Pick<Issue, 'exchangeId' | 'recordId' | 'item'>,
  { code, field = '', detail = '', extras = {} }: Pick<Issue, 'code'> & Partial<IssueText>,
): Issue {
  return { code, field, exchangeId, recordId, item, detail, extras, open: true };
}
