import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Row, Table, Value } from '../store/table.ts';
import { resolveColumn, resolveObject, type QueryContext } from './column.ts';
import { compileComparison, indexKeys, type Predicate } from './comparison.ts';
import { conditionTree, type Condition, type Test } from './condition.ts';
import { refuseAt } from './parse.ts';
import { spanOf, timeOf } from './span.ts';

/** Which rows a WHERE clause lets through, and where to look for them. */
export interface Filter {
  readonly matches: Predicate;
  /** A superset of the matching rows that is cheap to get; in stamp order when `byStamp` was asked for. */
  candidates(table: Table, byStamp: boolean): Iterable<Row>;
}

/** Compiles the WHERE clause of a query on an object. */
export function compileFilter(context: QueryContext, type: ObjectType, query: Query): Filter {
  const { gate, includeDeleted } = context;
  const present: Predicate = (row) => row['IsDeleted'] !== true && row['IsArchived'] !== true;
  const visible: Predicate = (row) => (includeDeleted || present(row)) && gate.sees(type, row);
  if (!query.where) {
    return { matches: visible, candidates: (table, byStamp) => (byStamp ? table.byStamp() : table.all()) };
  }
  const tree = conditionTree(context.soql, query.where);
  const alias = query.sObjectAlias;
  const compile = (condition: Condition): Predicate => {
    switch (condition.kind) {
      case 'and': {
        const parts = condition.parts.map(compile);
        return (row) => parts.every((part) => part(row));
      }
      case 'or': {
        const parts = condition.parts.map(compile);
        return (row) => parts.some((part) => part(row));
      }
      case 'not': {
        const part = compile(condition.part);
        return (row) => !part(row);
      }
      case 'test': {
        const column = resolveColumn(context, type, fieldOf(context, condition.test), alias);
        return compileComparison(context, column, condition.test, (inner) => semiJoinValues(context, inner));
      }
    }
  };
  const wanted = compile(tree);
  return {
    matches: (row) => visible(row) && wanted(row),
    candidates: (table, byStamp) => candidates(context, type, table, tree, byStamp),
  };
}

function fieldOf(context: QueryContext, test: Test): string {
  if ('field' in test) return test.field;
  const message = 'functions are not supported in this WHERE clause';
  throw refuseAt(
    context.soql,
    { message, offset: Math.max(0, context.soql.search(/\bWHERE\b/i)) },
    'MALFORMED_QUERY',
  );
}

/** The values of the one field that the query inside `IN (SELECT …)` selects. */
function semiJoinValues(context: QueryContext, query: Query): Set<Value> {
  const type = resolveObject(context, query.sObject ?? '');
  const selected = query.fields?.[0];
  const path = selected && 'rawValue' in selected && selected.rawValue ? selected.rawValue : '';
  const name = path || (selected && 'field' in selected ? selected.field : 'Id');
  const column = resolveColumn(context, type, name, query.sObjectAlias);
  const table = context.org.table(type);
  const filter = compileFilter(context, type, query);
  const values = new Set<Value>();
  for (const row of filter.candidates(table, false)) if (filter.matches(row)) values.add(column.read(row));
  values.delete(null);
  return values;
}

function candidates(
  context: QueryContext,
  type: ObjectType,
  table: Table,
  tree: Condition,
  byStamp: boolean,
): Iterable<Row> {
  const inSpan = rowsInSpan(type, table, tree);
  if (inSpan) return byStamp ? sortedByStamp(inSpan) : inSpan;
  const ids = indexedIds(context, type, table, tree);
  if (ids) {
    const rows = [...ids].map((id) => table.get(id)).filter((row) => row !== undefined);
    if (!byStamp) return rows;
    const wanted = new Set(rows);
    return rows.length < 100 ? sortedByStamp(rows) : table.byStamp().filter((row) => wanted.has(row));
  }
  const lowest = lowestStamp(tree);
  if (!byStamp && lowest === undefined) return table.all();
  const sorted = table.byStamp();
  return lowest === undefined ? sorted : sorted.slice(firstAt(sorted, lowest));
}

function sortedByStamp(rows: Row[]): Row[] {
  const key = (row: Row) => `${String(row['SystemModstamp'])} ${row.Id}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function indexedIds(
  context: QueryContext,
  type: ObjectType,
  table: Table,
  tree: Condition,
): Set<string> | undefined {
  if (tree.kind === 'and') {
    for (const part of tree.parts) {
      const ids = indexedIds(context, type, table, part);
      if (ids) return ids;
    }
    return undefined;
  }
  if (tree.kind !== 'test' || !('field' in tree.test)) return undefined;
  const field = context.org.schema.field(type, tree.test.field);
  if (!field || !isIndexed(field)) return undefined;
  const keys = indexKeys(context, field, tree.test);
  if (!keys || keys.includes(null)) return undefined;
  if (field.name === 'Id') return new Set(keys as string[]);
  return new Set(keys.flatMap((key) => [...table.lookup(field, key)]));
}

function isIndexed(field: Field): boolean {
  if (field.name === 'CreatedById' || field.name === 'LastModifiedById') return false;
  return field.type === 'id' || field.type === 'reference' || field.unique || field.externalId;
}

/** SystemModstamp is never before LastModifiedDate. */
const stampFields = new Set(['systemmodstamp', 'lastmodifieddate']);

/** The oldest SystemModstamp that can satisfy the condition. */
function lowestStamp(condition: Condition): string | undefined {
  switch (condition.kind) {
    case 'and':
      return condition.parts.map(lowestStamp).find((stamp) => stamp !== undefined);
    case 'or': {
      const stamps = condition.parts.map(lowestStamp);
      if (stamps.some((stamp) => stamp === undefined)) return undefined;
      return (stamps as string[]).reduce((a, b) => (a < b ? a : b));
    }
    case 'not':
      return undefined;
    case 'test': {
      const { test } = condition;
      if (!('field' in test) || !stampFields.has(test.field.toLowerCase())) return undefined;
      return ['>', '>=', '='].includes(test.operator) ? timeOf(test) : undefined;
    }
  }
}

/** The events that begin in the asked span, where that leaves most out; oldest first. */
function rowsInSpan(type: ObjectType, table: Table, tree: Condition): Row[] | undefined {
  const span = type.name === 'Event' ? spanOf(tree, 'StartDateTime') : undefined;
  if (!span) return undefined;
  const sorted = table.byTime('StartDateTime');
  const from = span.from === undefined ? 0 : firstAt(sorted, span.from, 'StartDateTime');
  const until = span.until === undefined ? sorted.length : firstAt(sorted, `${span.until}~`, 'StartDateTime');
  if (until - from > table.size / 4) return undefined;
  return sorted.slice(from, Math.max(from, until)).sort((a, b) => (a.Id < b.Id ? -1 : 1));
}

function firstAt(sorted: readonly Row[], stamp: string, name = 'SystemModstamp'): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (String(sorted[middle]![name] ?? '') < stamp) low = middle + 1;
    else high = middle;
  }
  return low;
}
