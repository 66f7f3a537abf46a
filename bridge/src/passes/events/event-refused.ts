import type { IssueText } from '../../domain/issue.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Side } from '../../domain/words.ts';

/** The issue of an event that a side does not accept as it is. */
export function eventRefused(side: Side, refusal: Extract<Refusal, { kind: 'refused' }>): IssueText {
  const { code, message, fields } = refusal;
  return {
    code: side === 'Exchange' ? 'TDM-E-REFUSED-BY-EXCHANGE' : 'TDM-E-REFUSED-BY-SALESFORCE',
    field: fields.join(', ').slice(0, 255),
    detail: `${message} (${code})`,
    extras: {},
  };
}
