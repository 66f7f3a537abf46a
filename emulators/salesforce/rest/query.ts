import type { WireAnswer } from '../../kernel/wire.ts';
import { refuse } from '../refusal.ts';
import { runQuery, type QueryResult } from '../soql/query.ts';
import type { Locator } from '../state.ts';
import { createIdSequence } from '../store/ids.ts';
import { API_ROOT } from '../version.ts';
import { refused, type Call, type Handler } from './call.ts';

const SMALLEST_HINT = 200;
const MOST_LOCATORS = 1000;
const nextLocatorId = createIdSequence('01g');

/** `GET /query?q=…` */
export const query: Handler = (call) => ask(call, false);

/** `GET /queryAll?q=…`: deleted rows too. */
export const queryAll: Handler = (call) => ask(call, true);

function ask(call: Call, includeDeleted: boolean): WireAnswer {
  const soql = call.query.get('q');
  if (soql === null) return refused(refuse('MALFORMED_QUERY', 'A query string has to be specified'));
  const result = runQuery({ org: call.org, soql, userId: call.userId, includeDeleted, gate: call.gate });
  const { locators } = call.emulator.state();
  const locator: Locator = { result, pageSize: pageSize(call) };
  const id = result.recordCount > locator.pageSize ? nextLocatorId() : undefined;
  if (id !== undefined) {
    locators.set(id, locator);
    if (locators.size > MOST_LOCATORS) locators.delete(locators.keys().next().value!);
  }
  return page(id, locator, 0);
}

/** `GET /query/{locator}`, the `nextRecordsUrl` of an earlier page. */
export const queryMore: Handler = (call) => {
  const [id, offset] = call.segments[1]!.split('-') as [string, string | undefined];
  const locator = call.emulator.state().locators.get(id);
  if (!locator || offset === undefined || !/^\d+$/.test(offset)) {
    return refused(refuse('INVALID_QUERY_LOCATOR', 'invalid query locator'));
  }
  return page(id, locator, Number(offset));
};

function pageSize(call: Call): number {
  const most = call.emulator.kernel.settings().limits.queryPageSize;
  const hint = /batchSize=(\d+)/i.exec(call.request.headers['sforce-query-options'] ?? '');
  return hint ? Math.min(most, Math.max(SMALLEST_HINT, Number(hint[1]))) : most;
}

function page(id: string | undefined, { result, pageSize: size }: Locator, offset: number): WireAnswer {
  const end = Math.min(offset + size, result.recordCount);
  const records = recordsOf(result, offset, end);
  const done = end >= result.recordCount || id === undefined;
  const next = done ? {} : { nextRecordsUrl: `${API_ROOT}/query/${id}-${end}` };
  return { status: 200, body: { totalSize: result.totalSize, done, ...next, records } };
}

function recordsOf(result: QueryResult, from: number, end: number): object[] {
  return Array.from({ length: Math.max(0, end - from) }, (_none, index) => result.record(from + index));
}
