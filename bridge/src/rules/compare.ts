import type { CheckedCondition } from './check-condition.ts';
import { calendarDay, dateWord } from './date-words.ts';
import type { FilterableField, Operator } from './filter-condition.ts';
import { containing, quoted, startingWith } from './soql-text.ts';

/** A comparison in SOQL. */
export interface Comparing {
  readonly soql: string;
  /** What it asks changes by the clock alone. */
  readonly timed: boolean;
}

/** What a condition asks in SOQL of a contact: its value is escaped and typed as the field is. */
export function compare({
  object,
  field,
  comparison,
  operator,
  value,
}: CheckedCondition<FilterableField>): Comparing {
  const column = object === 'Account' ? `Account.${field.name}` : field.name;
  if (operator === 'IsBlank') return lasting(`${column} = null`);
  if (operator === 'IsNotBlank') return lasting(`${column} != null`);
  switch (comparison) {
    case 'text':
    case 'choices':
      return lasting(texts(column, operator, value.toWellFormed(), comparison));
    case 'flag':
      return lasting(`${column} ${signs[operator]} ${value.trim().toLowerCase()}`);
    case 'number':
      return lasting(`${column} ${signs[operator]} ${value.trim()}`);
    case 'record':
      return lasting(`${column} ${signs[operator]} ${quoted(value.trim())}`);
    case 'day':
    case 'instant': {
      const word = dateWord(value);
      // A moving span is compared by Salesforce itself.
      if (word !== null) return { soql: `${column} ${signs[operator]} ${word}`, timed: true };
      const day = calendarDay(value) ?? '';
      return lasting(
        comparison === 'day' ? `${column} ${signs[operator]} ${day}` : instants(column, operator, day),
      );
    }
  }
}

const lasting = (soql: string): Comparing => ({ soql, timed: false });

const signs: Readonly<Partial<Record<Operator, string>>> = {
  Equals: '=',
  NotEquals: '!=',
  GreaterThan: '>',
  LessThan: '<',
};

function texts(column: string, operator: Operator, value: string, comparison: 'text' | 'choices'): string {
  if (operator === 'StartsWith') return `${column} LIKE ${startingWith(value)}`;
  if (operator !== 'Contains') return `${column} ${signs[operator]} ${quoted(value)}`;
  return comparison === 'choices'
    ? `${column} INCLUDES (${quoted(value)})`
    : `${column} LIKE ${containing(value)}`;
}

/** A day is a span of instants, in UTC. */
function instants(column: string, operator: Operator, day: string): string {
  const [from, before] = [`${day}T00:00:00Z`, `${dayAfter(day)}T00:00:00Z`];
  if (operator === 'Equals') return `${column} >= ${from} AND ${column} < ${before}`;
  if (operator === 'GreaterThan') return `${column} >= ${before}`;
  if (operator === 'LessThan') return `${column} < ${from}`;
  return `(${column} = null OR ${column} < ${from} OR ${column} >= ${before})`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
