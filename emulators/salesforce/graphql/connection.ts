import { RefusedRequest, refuse } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { relationshipField } from '../schema/object-type.ts';
import type { Schema } from '../schema/schema.ts';
import { runQuery } from '../soql/query.ts';
import type { Row } from '../store/table.ts';
import type { Call } from '../rest/call.ts';
import { conditionOf, type Where } from './where.ts';

/** The arguments of a connection (GraphQL guide, "Query Objects", "Paginate Results"). */
export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly upperBound?: number | null;
  readonly where?: Where | null;
  readonly orderBy?: Where | null;
  readonly scope?: string | null;
}

const USUAL_PAGE = 10;
const LARGEST_PAGE = 2000;
const SMALLEST_BOUND_PAGE = 200;
/** What paging without an upper bound can reach. */
const FURTHEST = 4000;

/** The rows that a connection gives, as the asking user sees them. */
export function connectionOf(call: Call, type: ObjectType, wanted: ConnectionArguments) {
  const size = pageSize(wanted);
  const start = positionOf(wanted.after ?? null);
  const furthest = wanted.upperBound ?? FURTHEST;
  const rows = rowsOf(call, type, wanted).slice(0, furthest);
  const page = rows.slice(start, start + size);
  const end = start + page.length;
  return {
    edges: page.map((row, index) => ({ node: row, cursor: cursorOf(start + index + 1) })),
    totalCount: rows.length,
    pageResultCount: page.length,
    pageInfo: {
      hasNextPage: end < rows.length,
      hasPreviousPage: start > 0,
      startCursor: page.length > 0 ? cursorOf(start + 1) : null,
      endCursor: page.length > 0 ? cursorOf(end) : null,
    },
  };
}

/** One page of a list that is no longer than a page may be. */
export function pageOf<Item>(items: readonly Item[], wanted: ConnectionArguments): readonly Item[] {
  const start = positionOf(wanted.after ?? null);
  return items.slice(start, start + pageSize(wanted));
}

function pageSize({ first, upperBound }: ConnectionArguments): number {
  const size = first ?? USUAL_PAGE;
  const least = upperBound == null ? 1 : SMALLEST_BOUND_PAGE;
  if (size >= least && size <= LARGEST_PAGE) return size;
  throw new RefusedRequest(
    refuse('INVALID_ARGUMENT', `first must be from ${least} to ${LARGEST_PAGE}, not ${size}`),
  );
}

/** The rows that the asking user sees of those that are wanted, all of them. */
export function rowsOf(call: Call, type: ObjectType, { where, orderBy }: ConnectionArguments): Row[] {
  const { org, userId, gate } = call;
  const condition = where ? conditionOf(org.schema, type, where) : '';
  const order = orderBy ? orderOf(org.schema, type, orderBy) : [];
  const soql = [
    `SELECT Id FROM ${type.name}`,
    condition && `WHERE ${condition}`,
    order.length > 0 && `ORDER BY ${order.join(', ')}`,
  ].filter(Boolean);
  const result = runQuery({ org, soql: soql.join(' '), userId, includeDeleted: false, gate });
  const table = org.table(type);
  return Array.from({ length: result.recordCount }, (_none, index) =>
    table.get((result.record(index) as { Id: string }).Id)!,
  );
}

/** `{ Field: { order: DESC, nulls: LAST } }` as SOQL, parents by relationship. */
function orderOf(schema: Schema, type: ObjectType, orderBy: Where, path = ''): string[] {
  return Object.entries(orderBy).flatMap(([key, value]) => {
    const field = schema.field(type, key);
    if (!field) {
      const hop = relationshipField(type, key)!;
      return orderOf(schema, schema.object(hop.referenceTo[0]!)!, value as Where, `${path}${key}.`);
    }
    const { order, nulls } = value as { order?: string; nulls?: string };
    return [`${path}${field.name} ${order ?? 'ASC'} NULLS ${nulls ?? 'FIRST'}`];
  });
}

const cursorOf = (position: number) => Buffer.from(`v1:${position}`).toString('base64');

function positionOf(cursor: string | null): number {
  if (cursor === null) return 0;
  const [, position] = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (position === undefined)
    throw new RefusedRequest(refuse('INVALID_CURSOR', `${cursor} is not a cursor of this query`));
  return Number(position);
}
