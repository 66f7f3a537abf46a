import type { CompiledCondition, ContactFilter, FilterProblem } from '../../domain/filter.ts';
import type { FieldDescription } from '../../domain/mapping.ts';
import { checkCondition } from '../../rules/check-condition.ts';
import { compare } from '../../rules/compare.ts';
import { asksNothing } from '../../rules/comparison.ts';
import type { FilterCondition, FilterFields, Operator } from '../../rules/filter-condition.ts';
import { allOf, areTooLong } from '../../rules/filter-soql.ts';
import { refusalWords } from './refusal-words.ts';

/**
 * Compiles conditions to SOQL. A condition that cannot work is a problem, and the whole filter is broken by it: to leave it
 * out would let more go out than the admin wanted. Pure.
 */
export function compileFilter(
  conditions: readonly FilterCondition[],
  fields: FilterFields<FieldDescription>,
): ContactFilter {
  const problems: FilterProblem[] = [];
  const compiled: CompiledCondition[] = [];
  for (const condition of conditions) {
    const one = compileCondition(condition, fields);
    if ('reason' in one)
      problems.push({ field: `${condition.object}.${condition.field}`, reason: one.reason });
    else compiled.push(one);
  }
  if (areTooLong(compiled.map(({ soql }) => soql)))
    problems.push({ field: '', reason: 'The conditions are too long together.' });
  return { conditions: compiled, problems };
}

function compileCondition(
  condition: FilterCondition,
  fields: FilterFields<FieldDescription>,
): CompiledCondition | { readonly reason: string } {
  const checked = checkCondition(condition, fields);
  if ('fault' in checked) return { reason: refusalWords(condition, checked) };
  const { object, field, operator, value } = checked;
  const name = `${object}.${field.name}`;
  const words = [name, operatorWords[operator], asksNothing(operator) ? '' : `"${value}"`];
  return {
    words: words.filter((word) => word).join(' '),
    ...compare(checked),
  };
}

/** Operators in words. */
const operatorWords: Readonly<Record<Operator, string>> = {
  Equals: 'equals',
  NotEquals: 'does not equal',
  Contains: 'contains',
  StartsWith: 'starts with',
  GreaterThan: 'is greater than',
  LessThan: 'is less than',
  IsBlank: 'is blank',
  IsNotBlank: 'is not blank',
};

/** The SOQL of a filter that has no problem; null when everything meets it. */
export function filterSoql({ conditions }: ContactFilter): string | null {
  return conditions.length === 0 ? null : allOf(conditions.map(({ soql }) => soql));
}
