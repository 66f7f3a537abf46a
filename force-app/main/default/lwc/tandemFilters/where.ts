import type { Field } from 'c/tandemFields';
import { calendarDay, dateWord, type CheckedCondition } from 'c/tandemRules';

type Checked = CheckedCondition<Field>;

/** Conditions as a filter of GraphQL, all of which must hold ("Filter", GraphQL API guide). */
export function whereOf(conditions: readonly Checked[]): object {
  return { and: conditions.map(conditionWhere) };
}

function conditionWhere(condition: Checked): object {
  const { object, field, operator, value } = condition;
  const asked = (comparison: object): object => {
    const one = { [field.name]: comparison };
    return object === 'Account' ? { Account: one } : one;
  };
  if (operator === 'IsBlank') return asked({ eq: null });
  if (operator === 'IsNotBlank') return asked({ ne: null });
  if (condition.comparison === 'instant' && dateWord(value) === null) return instant(condition, asked);
  return asked(comparing(condition));
}

const SIGNS: Readonly<Record<string, string>> = {
  Equals: 'eq',
  NotEquals: 'ne',
  GreaterThan: 'gt',
  LessThan: 'lt',
};

function comparing({ comparison, operator, value }: Checked): object {
  const sign = SIGNS[operator] ?? 'like';
  switch (comparison) {
    case 'flag':
      return { [sign]: value.trim().toLowerCase() === 'true' };
    case 'number':
      return { [sign]: Number(value) };
    case 'day':
    case 'instant':
      return { [sign]: days(value) };
    case 'choices':
      return operator === 'Contains' ? { includes: [value] } : { [sign]: value };
    default: {
      const text = value.replace(/[\\%_]/g, '\\$&');
      if (operator === 'Contains') return { like: `%${text}%` };
      return operator === 'StartsWith' ? { like: `${text}%` } : { [sign]: value };
    }
  }
}

function days(value: string): object {
  const word = dateWord(value);
  if (word === null) return { value: calendarDay(value) };
  const [name = '', count] = word.split(':');
  return count === undefined ? { literal: word } : { range: { [name.toLowerCase()]: Number(count) } };
}

/** A day is a span of instants, in UTC, as the bridge takes it. */
function instant({ operator, value }: Checked, asked: (comparison: object) => object): object {
  const day = `${calendarDay(value) ?? ''}T00:00:00.000Z`;
  const from = { value: day };
  const before = { value: new Date(Date.parse(day) + 86_400_000).toISOString() };
  if (operator === 'GreaterThan') return asked({ gte: before });
  if (operator === 'LessThan') return asked({ lt: from });
  if (operator === 'Equals') return { and: [asked({ gte: from }), asked({ lt: before })] };
  return { or: [asked({ eq: null }), asked({ lt: from }), asked({ gte: before })] };
}
