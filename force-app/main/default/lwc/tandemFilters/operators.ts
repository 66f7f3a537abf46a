import { comparisonOf, operators, type Operator } from 'c/tandemRules';
import { labels } from './operator-labels';

const WORDS: Readonly<Record<Operator, string>> = {
  Equals: labels.equals,
  NotEquals: labels.notEquals,
  Contains: labels.contains,
  StartsWith: labels.startsWith,
  GreaterThan: labels.greater,
  LessThan: labels.less,
  IsBlank: labels.isBlank,
  IsNotBlank: labels.isNotBlank,
};

/** For days, of which a value may be many. */
const DAY_WORDS: Readonly<Partial<Record<Operator, string>>> = {
  Equals: labels.isIn,
  NotEquals: labels.notIn,
  GreaterThan: labels.after,
  LessThan: labels.before,
};

/** An operator in words, for fields of a type. */
export function operatorWords(operator: Operator, type: string): string {
  const asksDays = type === 'date' || type === 'datetime';
  return (asksDays ? DAY_WORDS[operator] : undefined) ?? WORDS[operator];
}

/** What a field of the type can be asked; all operators while the field is not known. */
export function operatorOptions(
  type: string | undefined,
): readonly { readonly value: Operator; readonly label: string }[] {
  const comparison = comparisonOf(type ?? 'string') ?? 'text';
  return operators[comparison].map((value) => ({ value, label: operatorWords(value, type ?? 'string') }));
}
