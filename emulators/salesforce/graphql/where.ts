import { RefusedRequest, refuse } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import { relationshipField, type ObjectType } from '../schema/object-type.ts';
import type { Schema } from '../schema/schema.ts';

/** A `where` argument: fields with their comparisons, parents by relationship, and `and`, `or`, `not`. */
export type Where = Readonly<Record<string, unknown>>;

/** The conditions of a `where` argument as SOQL; empty when there is none. Keys beside each other are all meant. */
export function conditionOf(schema: Schema, type: ObjectType, where: Where, path = ''): string {
  const parts = Object.entries(where).map(([key, value]) => {
    if (key === 'and' || key === 'or') {
      const inner = (value as Where[]).map((one) => conditionOf(schema, type, one, path)).filter(Boolean);
      return inner.length === 0 ? '' : `(${inner.join(key === 'and' ? ' AND ' : ' OR ')})`;
    }
    if (key === 'not') {
      const inner = conditionOf(schema, type, value as Where, path);
      return inner && `(NOT ${inner})`;
    }
    const field = schema.field(type, key);
    if (field) return comparisonsOf(`${path}${field.name}`, field, value as Where);
    const hop = relationshipField(type, key)!;
    return conditionOf(schema, schema.object(hop.referenceTo[0]!)!, value as Where, `${path}${key}.`);
  });
  const wanted = parts.filter(Boolean);
  return wanted.length > 1 ? `(${wanted.join(' AND ')})` : (wanted[0] ?? '');
}

const operators: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
};

function comparisonsOf(path: string, field: Field, comparisons: Where): string {
  const parts = Object.entries(comparisons).map(([operator, operand]) => {
    const values = Array.isArray(operand) ? operand.map((one) => literalOf(field, one)) : undefined;
    if (values?.length === 0)
      throw new RefusedRequest(refuse('MALFORMED_QUERY', `${path}: the list of values is empty`));
    return `${path} ${operators[operator]} ${values ? `(${values.join(', ')})` : literalOf(field, operand)}`;
  });
  return parts.length > 1 ? `(${parts.join(' AND ')})` : (parts[0] ?? '');
}

/** An operand as SOQL; dates come as `{ value }`, `{ literal }` or `{ range }` (GraphQL guide, "Filter by Date"). */
function literalOf(field: Field, operand: unknown): string {
  if (operand === null) return 'null';
  if (field.type === 'datetime' || field.type === 'date') {
    const {
      value,
      literal,
      range = {},
    } = operand as {
      value?: string | null;
      literal?: string;
      range?: Readonly<Record<string, number>>;
    };
    const [span] = Object.entries(range).map(([name, count]) => `${name.toUpperCase()}:${count}`);
    return literal ?? span ?? value ?? 'null';
  }
  if (typeof operand === 'string') return `'${operand.replace(/[\\']/g, (character) => `\\${character}`)}'`;
  return (operand as number | boolean).toString();
}
