import type { FieldFunctionExpression, FieldType, Query } from '@jetstreamapp/soql-parser-js';
import type { ObjectType } from '../schema/object-type.ts';
import type { Row, Value } from '../store/table.ts';
import { resolveColumn, type Column, type QueryContext } from './column.ts';
import { conditionTree, type Condition, type Test } from './condition.ts';
import { sortBy, sortKeys } from './order.ts';
import { refuseName } from './parse.ts';

/** Rows that agree in all GROUP BY fields. */
type Group = readonly Row[];
type GroupReader = (group: Group) => Value;

/** Whether a query counts or groups instead of listing rows. */
export function isAggregate(query: Query): boolean {
  return query.groupBy !== undefined || (query.fields ?? []).some((one) => isAggregateFunction(one));
}

/** Whether a query is the bare `SELECT COUNT() FROM …`. */
export function isBareCount(query: Query): boolean {
  const [only, ...others] = query.fields ?? [];
  return (
    only?.type === 'FieldFunctionExpression' &&
    only.functionName.toUpperCase() === 'COUNT' &&
    only.parameters.length === 0 &&
    others.length === 0
  );
}

function isAggregateFunction(one: FieldType): one is FieldFunctionExpression {
  return one.type === 'FieldFunctionExpression' && one.isAggregateFn === true;
}

/** Groups rows and computes their `AggregateResult`s. */
export function aggregate(
  context: QueryContext,
  type: ObjectType,
  query: Query,
  rows: readonly Row[],
): object[] {
  const grouping = [query.groupBy ?? []].flat().map((clause) => {
    if (!('field' in clause)) throw unexpected(context, clause.fn.functionName ?? '');
    return { name: clause.field, column: resolveColumn(context, type, clause.field, query.sObjectAlias) };
  });
  const groups = grouped(
    rows,
    grouping.map(({ column }) => column),
  );
  if (grouping.length === 0 && groups.length === 0) groups.push([]);

  const readerOf = (name: string): GroupReader => {
    const call = /^(\w+)\(\s*([\w.]*)\s*\)$/.exec(name);
    if (call) return functionReader(context, type, query, call[1]!, call[2]!);
    const group = grouping.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!group) {
      throw refuseName(context.soql, name, `Field must be grouped or aggregated: ${name}`, 'MALFORMED_QUERY');
    }
    return (members) => (members[0] ? group.column.read(members[0]) : null);
  };

  const columns = selectedColumns(query, readerOf);
  const tree = query.having && conditionTree(context.soql, query.having);
  const kept = tree ? groups.filter((group) => holds(tree, group, readerOf)) : groups;
  sortBy(kept, sortKeys<Group>(query.orderBy, readerOf));
  return kept.map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(columns.map(({ name, read }) => [name, read(group)])),
  }));
}

function grouped(rows: readonly Row[], columns: readonly Column[]): Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const values = columns.map((column) => column.read(row));
    const key = JSON.stringify(
      values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)),
    );
    const members = groups.get(key);
    if (members) members.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function selectedColumns(query: Query, readerOf: (name: string) => GroupReader) {
  let unnamed = 0;
  return (query.fields ?? []).map((selected) => {
    if (isAggregateFunction(selected)) {
      const name = selected.alias ?? `expr${unnamed++}`;
      return { name, read: readerOf(selected.rawValue ?? '') };
    }
    if (selected.type === 'FieldRelationship') {
      const path = [...selected.relationships, selected.field].join('.');
      return { name: 'alias' in selected ? selected.alias : selected.field, read: readerOf(path) };
    }
    const name = selected.type === 'Field' ? selected.field : '';
    const alias = selected.type === 'Field' ? selected.alias : undefined;
    return { name: alias ?? name, read: readerOf(name) };
  });
}

function functionReader(
  context: QueryContext,
  type: ObjectType,
  query: Query,
  name: string,
  argument: string,
): GroupReader {
  const column = argument ? resolveColumn(context, type, argument, query.sObjectAlias) : undefined;
  const values = (group: Group) =>
    column ? group.map((row) => column.read(row)).filter((value) => value !== null) : [];
  const sum = (group: Group) => values(group).reduce<number>((total, value) => total + Number(value), 0);
  switch (name.toUpperCase()) {
    case 'COUNT':
      return (group) => (column ? values(group).length : group.length);
    case 'COUNT_DISTINCT':
      return (group) => new Set(values(group)).size;
    case 'MIN':
      return (group) =>
        values(group).reduce<Value>(
          (least, value) => (least === null || value < least ? value : least),
          null,
        );
    case 'MAX':
      return (group) =>
        values(group).reduce<Value>((most, value) => (most === null || value > most ? value : most), null);
    case 'SUM':
      return (group) => (values(group).length > 0 ? sum(group) : null);
    case 'AVG':
      return (group) => (values(group).length > 0 ? sum(group) / values(group).length : null);
    default:
      throw unexpected(context, name);
  }
}

function holds(tree: Condition, group: Group, readerOf: (name: string) => GroupReader): boolean {
  switch (tree.kind) {
    case 'and':
      return tree.parts.every((part) => holds(part, group, readerOf));
    case 'or':
      return tree.parts.some((part) => holds(part, group, readerOf));
    case 'not':
      return !holds(tree.part, group, readerOf);
    case 'test':
      return compareGroup(tree.test, group, readerOf);
  }
}

function compareGroup(test: Test, group: Group, readerOf: (name: string) => GroupReader): boolean {
  const name = 'fn' in test ? (test.fn.rawValue ?? '') : test.field;
  const value = readerOf(name)(group);
  const raw = 'value' in test ? String([test.value].flat()[0]) : '';
  const wanted = typeof value === 'number' ? Number(raw) : raw.replace(/^'|'$/g, '');
  switch (test.operator) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '<':
      return value !== null && value < wanted;
    case '<=':
      return value !== null && value <= wanted;
    case '>':
      return value !== null && value > wanted;
    case '>=':
      return value !== null && value >= wanted;
    default:
      return false;
  }
}

function unexpected(context: QueryContext, name: string) {
  return refuseName(context.soql, name, `unexpected token: '${name}'`, 'MALFORMED_QUERY');
}
