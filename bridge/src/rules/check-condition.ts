import { asksNothing, comparisonOf, operators, type Comparison } from './comparison.ts';
import { calendarDay, dateWord } from './date-words.ts';
import type { FilterCondition, FilterFields, FilterableField, Operator } from './filter-condition.ts';

/** Why a condition cannot work. */
export type FilterFault =
  | 'no-object'
  | 'unknown-field'
  | 'formula'
  | 'not-filterable'
  | 'not-comparable'
  | 'no-operator'
  | 'wrong-operator'
  | 'no-value'
  | 'no-flag'
  | 'no-number'
  | 'no-date'
  | 'no-id';

/** A condition that can work. */
export interface CheckedCondition<Field extends FilterableField> {
  readonly object: 'Contact' | 'Account';
  readonly field: Field;
  readonly comparison: Comparison;
  readonly operator: Operator;
  /** Empty where the operator asks for none. */
  readonly value: string;
}

/** A condition that cannot work, as far as it is known what it looks at. */
export interface RefusedCondition<Field extends FilterableField> {
  readonly fault: FilterFault;
  readonly field?: Field;
  readonly comparison?: Comparison;
}

/** Whether a condition can work, given what the org's fields can hold. Pure. */
export function checkCondition<Field extends FilterableField>(
  { object, field: name, operator, value }: FilterCondition,
  fields: FilterFields<Field>,
): CheckedCondition<Field> | RefusedCondition<Field> {
  if (object !== 'Contact' && object !== 'Account') return { fault: 'no-object' };
  const field = fieldNamed(fields[object], name);
  if (!field) return { fault: 'unknown-field' };
  if (field.calculated) return { fault: 'formula', field };
  if (!field.filterable) return { fault: 'not-filterable', field };
  const comparison = comparisonOf(field.type);
  if (!comparison) return { fault: 'not-comparable', field };
  const known = Object.values(operators)
    .flat()
    .includes(operator as Operator);
  if (!known) return { fault: 'no-operator', field, comparison };
  const wanted = operators[comparison].find((one) => one === operator);
  if (!wanted) return { fault: 'wrong-operator', field, comparison };
  if (asksNothing(operator)) return { object, field, comparison, operator: wanted, value: '' };
  const fault = value === null || value.trim() === '' ? 'no-value' : valueFault(comparison, value);
  if (fault !== null) return { fault, field, comparison };
  return { object, field, comparison, operator: wanted, value: value ?? '' };
}

/** Salesforce does not mind the letter case of names. */
function fieldNamed<Field extends FilterableField>(fields: ReadonlyMap<string, Field>, name: string) {
  const wanted = name.trim().toLowerCase();
  return [...fields.values()].find((field) => field.name.toLowerCase() === wanted);
}

function valueFault(comparison: Comparison, value: string): FilterFault | null {
  const word = value.trim();
  switch (comparison) {
    case 'text':
    case 'choices':
      return null;
    case 'flag':
      return /^(true|false)$/i.test(word) ? null : 'no-flag';
    case 'number':
      return /^-?\d{1,18}(\.\d{1,18})?$/.test(word) ? null : 'no-number';
    case 'day':
    case 'instant':
      return dateWord(word) === null && calendarDay(word) === null ? 'no-date' : null;
    case 'record':
      return /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(word) ? null : 'no-id';
  }
}
