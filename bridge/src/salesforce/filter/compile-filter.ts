import type {
  CompiledCondition,
  ContactFilter,
  FilterCondition,
  FilterProblem,
} from '../../domain/filter.ts';
import type { FieldDescription } from '../../domain/mapping.ts';
import { compare, operatorWords } from './compare.ts';

/** What the fields of the objects that conditions look at can hold, by API name. */
export interface FilterFields {
  readonly Contact: ReadonlyMap<string, FieldDescription>;
  readonly Account: ReadonlyMap<string, FieldDescription>;
}

/** Characters of all conditions in a URL, which takes 16,384 together with the ids that they are asked about. */
const mostCharacters = 6_000;

/**
 * Compiles conditions to SOQL. A condition that cannot work is a problem, and the whole filter is broken by it: to leave it
 * out would let more go out than the admin wanted. Pure.
 */
export function compileFilter(conditions: readonly FilterCondition[], fields: FilterFields): ContactFilter {
  const problems: FilterProblem[] = [];
  const compiled: CompiledCondition[] = [];
  for (const condition of conditions) {
    const one = compileCondition(condition, fields);
    if ('reason' in one)
      problems.push({ field: `${condition.object}.${condition.field}`, reason: one.reason });
    else compiled.push(one);
  }
  if (encodeURIComponent(allOf(compiled)).length > mostCharacters)
    problems.push({ field: '', reason: 'The conditions are too long together.' });
  return { conditions: compiled, problems };
}

function compileCondition(
  { object, field, operator, value }: FilterCondition,
  fields: FilterFields,
): CompiledCondition | { readonly reason: string } {
  if (object !== 'Contact' && object !== 'Account') return { reason: 'The condition names no object.' };
  const describe = fieldNamed(fields[object], field);
  if (!describe)
    return { reason: `${object} has no field ${field}, or the integration user may not read it.` };
  const name = `${object}.${describe.name}`;
  if (describe.calculated)
    return { reason: `${name} is a formula, and changes of formulas leave no trace that could be followed.` };
  if (!describe.filterable)
    return { reason: `${name} cannot be compared, since Salesforce does not filter by it.` };
  const comparison = compare(object === 'Account' ? name : describe.name, describe, operator, value);
  if ('reason' in comparison) return { reason: `${name}: ${comparison.reason}` };
  const words = [name, operatorWords[operator], operator.endsWith('Blank') ? '' : `"${value ?? ''}"`];
  return {
    words: words.filter((word) => word).join(' '),
    soql: comparison.soql,
    timed: comparison.timed === true,
  };
}

/** Salesforce does not mind the letter case of names. */
function fieldNamed(
  fields: ReadonlyMap<string, FieldDescription>,
  name: string,
): FieldDescription | undefined {
  const wanted = name.trim().toLowerCase();
  return [...fields.values()].find((field) => field.name.toLowerCase() === wanted);
}

/** The SOQL of a filter that has no problem; null when everything meets it. */
export function filterSoql({ conditions }: ContactFilter): string | null {
  return conditions.length === 0 ? null : allOf(conditions);
}

function allOf(conditions: readonly CompiledCondition[]): string {
  return conditions.map(({ soql }) => `(${soql})`).join(' AND ');
}
