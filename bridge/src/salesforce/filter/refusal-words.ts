import type { RefusedCondition } from '../../rules/check-condition.ts';
import type { Comparison } from '../../rules/comparison.ts';
import type { FilterCondition, FilterableField } from '../../rules/filter-condition.ts';

/** Why a condition is refused, in words for the admin. */
export function refusalWords(
  { object, field: asked, value }: FilterCondition,
  { fault, field, comparison }: RefusedCondition<FilterableField>,
): string {
  const name = `${object}.${field?.name ?? asked}`;
  switch (fault) {
    case 'no-object':
      return 'The condition names no object.';
    case 'unknown-field':
      return `${object} has no field ${asked}, or the integration user may not read it.`;
    case 'formula':
      return `${name} is a formula, and changes of formulas leave no trace that could be followed.`;
    case 'not-filterable':
      return `${name} cannot be compared, since Salesforce does not filter by it.`;
    case 'not-comparable':
      return `${name}: fields of the type ${field?.type} cannot be compared.`;
    case 'no-operator':
      return `${name}: no operator is chosen.`;
    case 'wrong-operator':
      return `${name}: ${comparison ? wrongOperator[comparison] : ''}`;
    case 'no-value':
      return `${name}: the value is missing.`;
    case 'no-flag':
      return `${name}: a checkbox is true or false, not "${value}".`;
    case 'no-number':
      return `${name}: "${value}" is not a number.`;
    case 'no-date':
      return `${name}: "${value}" is no date such as 2026-11-25 and no span such as LAST_N_DAYS:30.`;
    case 'no-id':
      return `${name}: "${value}" is not the id of a record.`;
  }
}

const wrongOperator: Readonly<Record<Comparison, string>> = {
  text: 'text cannot be greater or less than a value.',
  choices: 'a list of values can only equal, not equal or contain a value.',
  flag: 'a checkbox can only equal or not equal a value, and is never blank.',
  number: 'a number does not contain or start with a value.',
  day: 'a date does not contain or start with a value.',
  instant: 'a date does not contain or start with a value.',
  record: 'a lookup can only equal or not equal the id of a record.',
};
