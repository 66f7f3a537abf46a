import type { Query } from '@jetstreamapp/soql-parser-js';
import { RefusedRequest, refuse } from '../refusal.ts';
import { isCompound } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Row } from '../store/table.ts';
import { aggregate, isAggregate, isBareCount } from './aggregate.ts';
import { resolveColumn, resolveObject, type QueryContext } from './column.ts';
import { computedTable } from './computed.ts';
import { compileFilter } from './filter.ts';
import { followsStamps, refuseSort, sortBy, sortKeys } from './order.ts';
import { parseSoql } from './parse.ts';
import { compileSelect } from './select.ts';

/** All that a query gives: its size and how to make the JSON of any of its records. */
export interface QueryResult {
  readonly totalSize: number;
  /** 0 for `SELECT COUNT()`, whose size is the answer. */
  readonly recordCount: number;
  record(index: number): object;
}

const LARGEST_OFFSET = 2000;
const MOST_FOLLOWED = 1000;

/** Runs a SOQL query. Throws RefusedRequest with the platform's error when it is refused. */
export function runQuery(context: QueryContext): QueryResult {
  const query = parseSoql(context.soql);
  const type = resolveObject(context, query.sObject ?? '');
  if ((query.offset ?? 0) > LARGEST_OFFSET) {
    const message = `Maximum SOQL offset allowed is ${LARGEST_OFFSET}`;
    throw new RefusedRequest(refuse('NUMBER_OUTSIDE_VALID_RANGE', message));
  }
  refuseUnlimited(context, type, query);
  const table = type.computed ? computedTable(context, type, query) : context.org.table(type);
  const byStamp = !isAggregate(query) && followsStamps(query.orderBy);
  const filter = compileFilter(context, type, query);
  if (isBareCount(query)) {
    let count = 0;
    for (const row of filter.candidates(table, false)) if (filter.matches(row)) count += 1;
    return { totalSize: count, recordCount: 0, record: () => ({}) };
  }
  if (isAggregate(query)) {
    const rows = [...filter.candidates(table, false)].filter(filter.matches);
    const records = cut(query, aggregate(context, type, query, rows));
    return { totalSize: records.length, recordCount: records.length, record: (index) => records[index]! };
  }
  return list(context, type, query, filter.candidates(table, byStamp), filter.matches, byStamp);
}

/** Whoever does not see everything has to limit a query of followed records (recorded; the text is from memory). */
function refuseUnlimited(context: QueryContext, type: ObjectType, query: Query): void {
  if (type.name !== 'EntitySubscription' || context.gate.viewsAllData) return;
  if (query.limit !== undefined && query.limit <= MOST_FOLLOWED) return;
  const message =
    'Implementation restriction: EntitySubscription only allows security evaluation for non-admin users when LIMIT is ' +
    `specified and at most ${MOST_FOLLOWED}`;
  throw new RefusedRequest(refuse('MALFORMED_QUERY', message));
}

function list(
  context: QueryContext,
  type: ObjectType,
  query: Query,
  candidates: Iterable<Row>,
  matches: (row: Row) => boolean,
  sorted: boolean,
): QueryResult {
  const project = compileSelect(context, type, query, (childQuery, child) =>
    compileChildren(context, childQuery, child),
  );
  const keys = sorted ? [] : sortKeys<Row>(query.orderBy, (name) => sortReader(context, type, query, name));
  const inOrder = sorted || keys.length === 0;
  const enough =
    inOrder && !isReversed(context, query) ? (query.limit ?? Infinity) + (query.offset ?? 0) : Infinity;
  const found: Row[] = [];
  for (const row of candidates) {
    if (found.length >= enough) break;
    if (matches(row)) found.push(row);
  }
  sortBy(found, keys);
  if (isReversed(context, query)) found.reverse();
  const rows = cut(query, found);
  return { totalSize: rows.length, recordCount: rows.length, record: (index) => project(rows[index]!) };
}

/** Whether the order that the query leaves open is to be another than that of creation. */
function isReversed(context: QueryContext, query: Query): boolean {
  return query.orderBy === undefined && context.org.quirks().queryOrder === 'reversed';
}

function sortReader(context: QueryContext, type: ObjectType, query: Query, name: string) {
  const column = resolveColumn(context, type, name, query.sObjectAlias);
  const { field } = column;
  if (isCompound(field) || (field.type === 'textarea' && field.length > 255)) refuseSort(context, name);
  return column.read;
}

function cut<Item>(query: Query, items: Item[]): Item[] {
  const from = query.offset ?? 0;
  return from === 0 && query.limit === undefined
    ? items
    : items.slice(from, from + (query.limit ?? Infinity));
}

function compileChildren(
  context: QueryContext,
  query: Query,
  child: ObjectType,
): (rows: Iterable<Row>) => object | null {
  const filter = compileFilter(context, child, query);
  return (rows) => {
    const result = list(context, child, query, rows, filter.matches, false);
    if (result.totalSize === 0) return null;
    const records = Array.from({ length: result.recordCount }, (_none, index) => result.record(index));
    return { totalSize: records.length, done: true, records };
  };
}
