import type { LiteralType, Operator } from '@jetstreamapp/soql-parser-js';
import { isCompound, type Field } from '../schema/field.ts';
import type { Row, Value } from '../store/table.ts';
import type { Column, QueryContext } from './column.ts';
import type { Test } from './condition.ts';
import { comparable, readLiteral, unquote, type Operand } from './literal.ts';
import { refuseName } from './parse.ts';

export type Predicate = (row: Row) => boolean;

/** The values that a semi-join gives. */
type SemiJoin = (query: NonNullable<Extract<Test, { valueQuery: unknown }>['valueQuery']>) => Set<Value>;

/** Compiles one comparison of a column; refuses operators that the field's type does not know. */
export function compileComparison(
  context: QueryContext,
  column: Column,
  test: Test,
  semiJoin: SemiJoin,
): Predicate {
  const { field } = column;
  const operator = test.operator;
  refuseOperator(context, field, operator);
  if ('valueQuery' in test) {
    if (field.type !== 'id' && field.type !== 'reference') {
      const message = `The inner and outer selects should not be on the same object type, or the field '${field.name}' can not be used in a semi join`;
      throw refuseName(context.soql, field.name, message, 'MALFORMED_QUERY');
    }
    const wanted = semiJoin(test.valueQuery);
    return operator === 'IN' ? (row) => wanted.has(column.read(row)) : (row) => !wanted.has(column.read(row));
  }
  if (operator === 'LIKE') return like(column, [test.value].flat());
  const types = literalTypes(test);
  const operands = [test.value]
    .flat()
    .map((raw, index) => readLiteral(context, field, raw, types[index] ?? types[0]!));
  if (operator === 'IN' || operator === 'NOT IN') return among(column, operands, operator === 'IN');
  return against(column, operator, operands[0]!);
}

function refuseOperator(context: QueryContext, field: Field, operator: Operator): void {
  if (isCompound(field) || (field.type === 'textarea' && field.length > 255)) {
    const message = `field '${field.name}' can not be filtered in a query call`;
    throw refuseName(context.soql, field.name, message, 'INVALID_FIELD');
  }
  const ordering = operator === '<' || operator === '>' || operator === '<=' || operator === '>=';
  const wrong =
    (operator === 'LIKE' && !isText(field)) ||
    operator === 'INCLUDES' ||
    operator === 'EXCLUDES' ||
    (ordering && field.type === 'boolean');
  if (!wrong) return;
  throw refuseName(
    context.soql,
    field.name,
    `invalid operator on ${field.type} field`,
    'INVALID_QUERY_FILTER_OPERATOR',
  );
}

function isText(field: Field): boolean {
  return ['string', 'textarea', 'phone', 'email', 'url', 'picklist'].includes(field.type);
}

/** A column's value as it is compared. */
function comparing(column: Column): (row: Row) => Value {
  const { field } = column;
  if (!isText(field) || field.caseSensitive) return column.read;
  return (row) => {
    const value = column.read(row);
    return typeof value === 'string' ? value.toLowerCase() : value;
  };
}

function against(column: Column, operator: Operator, operand: Operand): Predicate {
  const read = comparing(column);
  if (operand.kind === 'span') {
    const { from, before } = operand;
    const inside = (value: Value) => value !== null && value >= from && value < before;
    switch (operator) {
      case '=':
        return (row) => inside(read(row));
      case '!=':
        return (row) => !inside(read(row));
      case '<':
        return ordered(read, (value) => value < from);
      case '<=':
        return ordered(read, (value) => value < before);
      case '>':
        return ordered(read, (value) => value >= before);
      default:
        return ordered(read, (value) => value >= from);
    }
  }
  const { value: wanted } = operand;
  switch (operator) {
    case '=':
      return (row) => read(row) === wanted;
    case '!=':
      return (row) => read(row) !== wanted;
    case '<':
      return ordered(read, (value) => wanted !== null && value < wanted);
    case '<=':
      return ordered(read, (value) => wanted !== null && value <= wanted);
    case '>':
      return ordered(read, (value) => wanted !== null && value > wanted);
    default:
      return ordered(read, (value) => wanted !== null && value >= wanted);
  }
}

function ordered(read: (row: Row) => Value, holds: (value: NonNullable<Value>) => boolean): Predicate {
  return (row) => {
    const value = read(row);
    return value !== null && holds(value);
  };
}

function among(column: Column, operands: readonly Operand[], wantedIn: boolean): Predicate {
  const read = comparing(column);
  const spans = operands.filter((operand) => operand.kind === 'span');
  const values = new Set(operands.map((operand) => (operand.kind === 'value' ? operand.value : undefined)));
  return (row) => {
    const value = read(row);
    const found =
      values.has(value) || spans.some((span) => value !== null && value >= span.from && value < span.before);
    return found === wantedIn;
  };
}

function like(column: Column, raws: readonly string[]): Predicate {
  const { field } = column;
  const flags = field.caseSensitive ? 's' : 'is';
  const patterns = raws.map((raw) => new RegExp(`^${likePattern(unquote(raw, true))}$`, flags));
  return (row) => {
    const value = column.read(row);
    return typeof value === 'string' && patterns.some((pattern) => pattern.test(value));
  };
}

function likePattern(text: string): string {
  return text.replace(/\\([%_])|[%_]|[.*+?^${}()|[\]\\]/g, (all, escaped?: string) => {
    if (escaped) return escaped;
    if (all === '%') return '.*';
    if (all === '_') return '.';
    return `\\${all}`;
  });
}

function literalTypes(test: Extract<Test, { value: unknown }>): readonly LiteralType[] {
  const types: LiteralType | readonly LiteralType[] = test.literalType ?? 'STRING';
  return typeof types === 'string' ? [types] : types;
}

/** The keys with which an index finds the rows of an `=` or `IN`; undefined when an index cannot answer. */
export function indexKeys(context: QueryContext, field: Field, test: Test): Value[] | undefined {
  if ('valueQuery' in test || !('value' in test)) return undefined;
  if (test.operator !== '=' && test.operator !== 'IN') return undefined;
  const types = literalTypes(test);
  if (types.some((type) => type !== 'STRING')) return undefined;
  return [test.value].flat().map((raw) => {
    const operand = readLiteral(context, field, raw, 'STRING');
    return operand.kind === 'value' ? operand.value : comparable(field, raw);
  });
}
