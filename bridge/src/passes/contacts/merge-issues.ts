import type { IssueText } from '../../domain/issue.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { accountFieldOf } from '../../salesforce/writer/person-fields.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import { companyIssue } from './companies.ts';
import type { Matches } from './duplicates.ts';
import type { RecordFields } from './record-fields.ts';
import { refusedIssue } from '../effects/refused.ts';

/** What is said of writes that a side refused for good. */
export function refusalTexts(
  {
    exchange,
    salesforce,
  }: { readonly exchange: Outcome<unknown> | null; readonly salesforce: Outcome<unknown> | null },
  visible: Matches,
): readonly IssueText[] {
  const texts: IssueText[] = [];
  if (exchange?.ok === false && exchange.refusal.kind === 'refused')
    texts.push(refusedIssue('Exchange', exchange.refusal));
  if (salesforce?.ok === false && salesforce.refusal.kind === 'refused')
    texts.push(refusedIssue('Salesforce', salesforce.refusal, visible));
  return texts;
}

/** What is said of values of a pair that could not flow, or not whole. */
export function mergeTexts(
  { merge, readOnly, ends }: MergeStep,
  { unresolved, unplaced }: RecordFields,
): readonly IssueText[] {
  const company = unresolved && companyIssue(unresolved.company, unresolved.name);
  const waiting = readOnly ? merge.waiting : [];
  return [
    ...(ends ? [{ code: 'TDM-C-SECOND', field: '', detail: '', extras: {} } as const] : []),
    ...(company ? [company] : []),
    ...(unplaced.length > 0
      ? [{ code: 'TDM-C-PERSON-FIELD', field: listed(unplaced), detail: '', extras: {} } as const]
      : []),
    ...(waiting.length > 0
      ? [
          {
            code: 'TDM-C-NOT-EDITABLE',
            field: listed(waiting.map(({ field }) => field)),
            detail: `It concerns: ${waiting.map(({ describe }) => describe.label).join(', ')}.`,
            extras: {},
          } as const,
        ]
      : []),
    ...merge.clippings.map(({ field, length, limit }) => clippedText(field, length, limit)),
  ];
}

/** What is said of a text that is longer than its field. */
export function clippedText(field: string, length: number, limit: number): IssueText {
  return {
    code: 'TDM-C-CLIPPED',
    field,
    detail: `${length} characters; ${field} holds ${limit}.`,
    extras: { length, limit },
  };
}

/** Names of fields, as far as the issue's field holds them. */
function listed(fields: readonly string[]): string {
  return fields.join(', ').slice(0, 255);
}

/** The codes of open issues that a merge does not settle; `failed`: Salesforce did not take what was to be written. */
export function issuesKept(step: MergeStep, failed: boolean): readonly IssueCode[] {
  return [...keptIssues(step), ...personIssues(step), ...companyIssues(step, failed)];
}

/** Only its open issue tells that a company is still to be written: by its fingerprint it was when it found no account. */
function companyIssues({ merge }: MergeStep, failed: boolean): readonly IssueCode[] {
  const isUnwritten =
    (failed && 'AccountId' in merge.toSalesforce) || merge.waiting.some(({ field }) => field === 'AccountId');
  return isUnwritten ? ['TDM-C-COMPANY', 'TDM-C-COMPANY-TWICE'] : [];
}

/** What a person account has no place for is listed until it is emptied in Exchange. */
function personIssues({ record, merge }: MergeStep): readonly IssueCode[] {
  const emptied = Object.entries(merge.toSalesforce).some(
    ([field, value]) => value === null && accountFieldOf(field) === null,
  );
  return record.isPerson && !emptied ? ['TDM-C-PERSON-FIELD'] : [];
}

/** Codes that this merge could not judge, because the Exchange contact was not read. */
function keptIssues({ contact }: MergeStep): readonly IssueCode[] {
  if (contact !== null) return [];
  return [
    'TDM-C-CLIPPED',
    'TDM-C-NOT-EDITABLE',
    'TDM-C-COMPANY',
    'TDM-C-COMPANY-TWICE',
    'TDM-C-REFUSED-BY-SALESFORCE',
    'TDM-C-REQUIRED',
    'TDM-C-DUPLICATE',
  ];
}
