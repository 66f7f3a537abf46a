import type { IssueText } from '../../domain/issue.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Side } from '../../domain/words.ts';
import type { KnownIssue } from '../../store/store.ts';
import type { Effects } from './effects.ts';

/** The issue of an item that a side does not accept as it is. Of the records a duplicate rule named, only visible ones are shown. */
export function refusedIssue(
  side: Side,
  refusal: Extract<Refusal, { kind: 'refused' }>,
  visible: { has(id: RecordId): boolean } = new Set<RecordId>(),
): IssueText {
  const { code, message, fields } = refusal;
  const near = (refusal.matches ?? []).filter((id) => visible.has(id));
  return {
    code: side === 'Exchange' ? 'TDM-C-REFUSED-BY-EXCHANGE' : codeOf(code, fields),
    field: fields.join(', ').slice(0, 255),
    detail: `${message} (${code})`,
    extras: near.length === 0 ? {} : { matches: near },
  };
}

/**
 * The issues of writes that a side refused for good. What a duplicate rule stops, and a record type that cannot be used, are
 * no sign that something is wrong with what is written.
 */
const refusals: ReadonlySet<IssueCode> = new Set([
  'TDM-C-REFUSED-BY-SALESFORCE',
  'TDM-C-REFUSED-BY-EXCHANGE',
  'TDM-C-REQUIRED',
]);

/** How many writes were refused of items that are not listed for it already: one that is tried again and again says nothing new. */
export function refusedAnew({ issues }: Pick<Effects, 'issues'>, openIssues: readonly KnownIssue[]): number {
  const keyOf = ({ code, exchangeId, recordId }: Pick<KnownIssue, 'code' | 'exchangeId' | 'recordId'>) =>
    `${code} ${exchangeId ?? recordId ?? ''}`;
  const listed = new Set(openIssues.map(keyOf));
  return issues.filter((issue) => refusals.has(issue.code) && !listed.has(keyOf(issue))).length;
}

function codeOf(code: string, fields: readonly string[]): IssueCode {
  if (fields.includes('RecordTypeId')) return 'TDM-C-RECORD-TYPE';
  if (code === 'REQUIRED_FIELD_MISSING') return 'TDM-C-REQUIRED';
  return code === 'DUPLICATES_DETECTED' ? 'TDM-C-DUPLICATE' : 'TDM-C-REFUSED-BY-SALESFORCE';
}
