import type { FieldDescription } from '../../domain/mapping.ts';
import { containing, quoted, startingWith } from '../wire/soql.ts';
import { calendarDay, dateWord, dayAfter } from './date-words.ts';

/** A comparison in SOQL, or why there is none, in words for the admin. */
export type Comparison = { readonly soql: string; readonly timed?: boolean } | { readonly reason: string };

/** How one kind of fields is compared with a value: by operator, the comparison of a column. */
type Comparer = (column: string, operator: string, value: string) => Comparison;

const texts: Comparer = (column, operator, value) => {
  switch (operator) {
    case 'Equals':
      return { soql: `${column} = ${quoted(value)}` };
    case 'NotEquals':
      return { soql: `${column} != ${quoted(value)}` };
    case 'Contains':
      return { soql: `${column} LIKE ${containing(value)}` };
    case 'StartsWith':
      return { soql: `${column} LIKE ${startingWith(value)}` };
    default:
      return { reason: 'text cannot be greater or less than a value.' };
  }
};

const chosenValues: Comparer = (column, operator, value) => {
  switch (operator) {
    case 'Equals':
      return { soql: `${column} = ${quoted(value)}` };
    case 'NotEquals':
      return { soql: `${column} != ${quoted(value)}` };
    case 'Contains':
      return { soql: `${column} INCLUDES (${quoted(value)})` };
    default:
      return { reason: 'a list of values can only equal, not equal or contain a value.' };
  }
};

const flags: Comparer = (column, operator, value) => {
  const word = value.trim().toLowerCase();
  if (word !== 'true' && word !== 'false') return { reason: `a checkbox is true or false, not "${value}".` };
  if (operator === 'Equals') return { soql: `${column} = ${word}` };
  if (operator === 'NotEquals') return { soql: `${column} != ${word}` };
  return { reason: 'a checkbox can only equal or not equal a value.' };
};

const signs: Readonly<Record<string, string>> = {
  Equals: '=',
  NotEquals: '!=',
  GreaterThan: '>',
  LessThan: '<',
};

const numbers: Comparer = (column, operator, value) => {
  const number = value.trim();
  if (!/^-?\d{1,18}(\.\d{1,18})?$/.test(number)) return { reason: `"${value}" is not a number.` };
  const sign = signs[operator];
  return sign
    ? { soql: `${column} ${sign} ${number}` }
    : { reason: 'a number does not contain or start with a value.' };
};

const days: Comparer = (column, operator, value) => {
  const word = dateWord(value);
  const day = word ?? calendarDay(value);
  if (day === null) return notADate(value);
  const sign = signs[operator];
  return sign ? { soql: `${column} ${sign} ${day}`, timed: word !== null } : dateOperator;
};

/** A day is a span of instants, in UTC; a moving span is compared by Salesforce itself. */
const instants: Comparer = (column, operator, value) => {
  const word = dateWord(value);
  if (word !== null) return days(column, operator, word);
  const day = calendarDay(value);
  if (day === null) return notADate(value);
  const [from, before] = [`${day}T00:00:00Z`, `${dayAfter(day)}T00:00:00Z`];
  switch (operator) {
    case 'Equals':
      return { soql: `${column} >= ${from} AND ${column} < ${before}` };
    case 'NotEquals':
      return { soql: `(${column} = null OR ${column} < ${from} OR ${column} >= ${before})` };
    case 'GreaterThan':
      return { soql: `${column} >= ${before}` };
    case 'LessThan':
      return { soql: `${column} < ${from}` };
    default:
      return dateOperator;
  }
};

const dateOperator: Comparison = { reason: 'a date does not contain or start with a value.' };

function notADate(value: string): Comparison {
  return { reason: `"${value}" is no date such as 2026-11-25 and no span such as LAST_N_DAYS:30.` };
}

const references: Comparer = (column, operator, value) => {
  const id = value.trim();
  if (!/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(id))
    return { reason: `"${value}" is not the id of a record.` };
  if (operator === 'Equals') return { soql: `${column} = ${quoted(id)}` };
  if (operator === 'NotEquals') return { soql: `${column} != ${quoted(id)}` };
  return { reason: 'a lookup can only equal or not equal the id of a record.' };
};

/** By the type of a field's describe; other types are not compared. */
const comparers: Readonly<Record<string, Comparer>> = {
  string: texts,
  textarea: texts,
  phone: texts,
  email: texts,
  url: texts,
  picklist: texts,
  combobox: texts,
  multipicklist: chosenValues,
  boolean: flags,
  int: numbers,
  double: numbers,
  currency: numbers,
  percent: numbers,
  long: numbers,
  date: days,
  datetime: instants,
  id: references,
  reference: references,
};

/** Compares the column of a field with a value, which is escaped and typed as the field is. */
export function compare(
  column: string,
  { type }: FieldDescription,
  operator: string,
  value: string | null,
): Comparison {
  const comparer = Object.hasOwn(comparers, type) ? comparers[type] : undefined;
  if (!comparer) return { reason: `fields of the type ${type} cannot be compared.` };
  if (operator === 'IsBlank' || operator === 'IsNotBlank') {
    if (type === 'boolean') return { reason: 'a checkbox is never blank.' };
    return { soql: `${column} ${operator === 'IsBlank' ? '=' : '!='} null` };
  }
  if (!Object.hasOwn(operatorWords, operator)) return { reason: 'no operator is chosen.' };
  if (value === null || value.trim() === '') return { reason: 'the value is missing.' };
  return comparer(column, operator, value.toWellFormed());
}

/** Operators in words. */
export const operatorWords: Readonly<Record<string, string>> = {
  Equals: 'equals',
  NotEquals: 'does not equal',
  Contains: 'contains',
  StartsWith: 'starts with',
  GreaterThan: 'is greater than',
  LessThan: 'is less than',
  IsBlank: 'is blank',
  IsNotBlank: 'is not blank',
};
