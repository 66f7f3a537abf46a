import type { Issue } from '../../domain/issue.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Side } from '../../domain/words.ts';

/** The issue of an item that a side does not accept as it is. */
export function refusedIssue(
  side: Side,
  refusal: Extract<Refusal, { kind: 'refused' }>,
): Pick<Issue, 'code' | 'field' | 'detail' | 'extras'> {
  const { code, message, fields } = refusal;
  const required = side === 'Salesforce' && code === 'REQUIRED_FIELD_MISSING';
  return {
    code: required
      ? 'TDM-C-REQUIRED'
      : side === 'Salesforce'
        ? 'TDM-C-REFUSED-BY-SALESFORCE'
        : 'TDM-C-REFUSED-BY-EXCHANGE',
    field: fields.join(', ').slice(0, 255),
    detail: `${message} (${code})`,
    extras: {},
  };
}
