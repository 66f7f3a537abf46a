import type { Operator } from './filter-condition.ts';

/** How the values of a field are compared: `choices` of a list of values, `instant` of a date with a time, `record` of a lookup. */
export type Comparison = 'text' | 'choices' | 'flag' | 'number' | 'day' | 'instant' | 'record';

const comparisons: Readonly<Record<string, Comparison>> = {
  string: 'text',
  textarea: 'text',
  phone: 'text',
  email: 'text',
  url: 'text',
  picklist: 'text',
  combobox: 'text',
  multipicklist: 'choices',
  boolean: 'flag',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  long: 'number',
  date: 'day',
  datetime: 'instant',
  id: 'record',
  reference: 'record',
};

const blank = ['IsBlank', 'IsNotBlank'] as const;
const equal = ['Equals', 'NotEquals'] as const;
const ordered = [...equal, 'GreaterThan', 'LessThan', ...blank] as const;

/** What each comparison can ask. */
export const operators: Readonly<Record<Comparison, readonly Operator[]>> = {
  text: [...equal, 'Contains', 'StartsWith', ...blank],
  choices: [...equal, 'Contains', ...blank],
  flag: equal,
  number: ordered,
  day: ordered,
  instant: ordered,
  record: [...equal, ...blank],
};

/** By the type of a field's describe; undefined for types that are not compared, such as places. */
export function comparisonOf(type: string): Comparison | undefined {
  return Object.hasOwn(comparisons, type) ? comparisons[type] : undefined;
}

/** Whether the operator goes without a value. */
export function asksNothing(operator: string): boolean {
  return operator === 'IsBlank' || operator === 'IsNotBlank';
}
