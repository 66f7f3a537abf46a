import { callMethod } from '../apex/call-method.ts';
import type { Handler } from './call.ts';
import { createMany, deleteMany, readMany, updateMany, upsertMany } from './collections.ts';
import { describeGlobal, describeObject, objectInfo } from './describe.ts';
import { deleteByExternalId, readByExternalId, upsertByExternalId } from './external-id.ts';
import { limits, resources } from './org-info.ts';
import { query, queryAll, queryMore } from './query.ts';
import { graphql } from '../graphql/graphql.ts';
import { objectInfo as screenObject, objectInfos as screenObjects } from '../ui-api/object-info.ts';
import { navItems } from '../ui-api/nav-items.ts';
import { picklistValues } from '../ui-api/picklist-values.ts';
import { createRecord, deleteRecord, getRecord, updateRecord } from '../ui-api/records.ts';
import { deletedRows, updatedRows } from './replication.ts';
import { createRow, deleteEventsOnwards, deleteRow, readRow, updateRow } from './rows.ts';

/** Method, path after the version (`*` takes any segment) and handler; the first that fits is taken. */
const routes: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', '', resources],
  ['GET', 'limits', limits],
  ['GET', 'query', query],
  ['GET', 'queryAll', queryAll],
  ['GET', 'query/*', queryMore],
  ['GET', 'queryAll/*', queryMore],
  ['GET', 'sobjects', describeGlobal],
  ['GET', 'sobjects/*', objectInfo],
  ['POST', 'sobjects/*', createRow],
  ['GET', 'sobjects/*/describe', describeObject],
  ['GET', 'sobjects/*/updated', updatedRows],
  ['GET', 'sobjects/*/deleted', deletedRows],
  ['GET', 'sobjects/*/*', readRow],
  ['PATCH', 'sobjects/*/*', updateRow],
  ['DELETE', 'sobjects/*/*', deleteRow],
  ['GET', 'sobjects/*/*/*', readByExternalId],
  ['PATCH', 'sobjects/*/*/*', upsertByExternalId],
  ['DELETE', 'sobjects/Event/*/fromThisEventOnwards', deleteEventsOnwards],
  ['DELETE', 'sobjects/*/*/*', deleteByExternalId],
  ['POST', 'composite/sobjects', createMany],
  ['PATCH', 'composite/sobjects', updateMany],
  ['DELETE', 'composite/sobjects', deleteMany],
  ['POST', 'composite/sobjects/*', readMany],
  ['GET', 'composite/sobjects/*', readMany],
  ['PATCH', 'composite/sobjects/*/*', upsertMany],
  ['POST', 'apex/*/*', callMethod],
  ['POST', 'graphql', graphql],
  ['GET', 'ui-api/nav-items', navItems],
  ['POST', 'ui-api/records', createRecord],
  ['GET', 'ui-api/records/*', getRecord],
  ['PATCH', 'ui-api/records/*', updateRecord],
  ['DELETE', 'ui-api/records/*', deleteRecord],
  ['GET', 'ui-api/object-info/batch/*', screenObjects],
  ['GET', 'ui-api/object-info/*', screenObject],
  ['GET', 'ui-api/object-info/*/picklist-values/*', picklistValues],
  ['GET', 'ui-api/object-info/*/picklist-values/*/*', picklistValues],
];

const patterns = routes.map(([method, path, handler]) => ({
  method,
  parts: path === '' ? [] : path.split('/'),
  handler,
}));

/** The handler of a request; `method` when the path exists but not for this method. */
export function findRoute(method: string, segments: readonly string[]): Handler | 'method' | undefined {
  const fitting = patterns.filter(
    ({ parts }) =>
      parts.length === segments.length &&
      parts.every((part, index) => part === '*' || part === segments[index]),
  );
  return fitting.find((one) => one.method === method)?.handler ?? (fitting.length > 0 ? 'method' : undefined);
}

/** The segments of paths that are no values. */
const fixed = new Set([
  'sobjects',
  'composite',
  'query',
  'queryAll',
  'describe',
  'fromThisEventOnwards',
  'updated',
  'deleted',
  'limits',
  'graph',
  'batch',
  'apex',
  'graphql',
  'ui-api',
  'nav-items',
  'records',
  'object-info',
  'picklist-values',
]);

/** A request's kind for the counters: its path with values left out. */
export function operationOf(method: string, path: string): string {
  const [, resource = ''] = /^\/services\/data\/v[\d.]+\/?([^?]*)/.exec(path) ?? [];
  const segments = resource.split('/').filter(Boolean);
  const shown = segments.map((segment, index) => {
    if (fixed.has(segment)) return segment;
    const names = segments[index - 1] === 'sobjects' || /__c$|^Id$/.test(segment);
    return names ? segment : '{}';
  });
  return `${method} /${shown.join('/')}`;
}
