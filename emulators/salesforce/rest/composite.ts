import { worstTransport, type WireAnswer, type Writes } from '../../kernel/wire.ts';
import { RefusedRequest, errorBody, refuse, type Refusal } from '../refusal.ts';
import { jsonBody, refused, type Call } from './call.ts';
import { performAll, type PerformMember, type Subrequest } from './subrequests.ts';
import { countCalls } from './usage.ts';

const MOST_SUBREQUESTS = 25;
const MOST_QUERIES = 5;
const MOST_GRAPHS = 75;
const MOST_NODES = 500;
const MOST_FAILED_GRAPHS = 14;
const QUERY_OR_COLLECTION = /^\/services\/data\/v[\d.]+\/(query|queryAll|composite\/sobjects)\b/i;

/** `POST /composite`: up to 25 subrequests, of which 5 queries or collections, for one call. */
export async function composite(call: Call, perform: PerformMember): Promise<WireAnswer> {
  const body = jsonBody(call);
  const subrequests = subrequestsOf(body['compositeRequest']);
  if (subrequests.length > MOST_SUBREQUESTS) {
    return tooLarge(`The request can’t contain more than ${MOST_SUBREQUESTS} operations.`);
  }
  const queries = subrequests.filter(({ url }) => QUERY_OR_COLLECTION.test(url)).length;
  if (queries > MOST_QUERIES) {
    return tooLarge(
      `The request can’t contain more than ${MOST_QUERIES} query or sObject Collections operations.`,
    );
  }
  const allOrNone = body['allOrNone'] === true;
  const { answers, responses } = await performAll(call, subrequests, allOrNone, perform);
  const writes = allOrNone ? { writes: sumWrites(answers) } : {};
  return { status: 200, body: { compositeResponse: responses }, ...writes, ...worstTransport(answers) };
}

function tooLarge(message: string): WireAnswer {
  const body = errorBody(refuse('LIMIT_EXCEEDED', message));
  const only = { body, httpHeaders: {}, httpStatusCode: 400, referenceId: null };
  return { status: 400, body: { compositeResponse: [only] } };
}

function subrequestsOf(value: unknown): Subrequest[] {
  if (!Array.isArray(value)) throw new RefusedRequest(missing('compositeRequest'));
  const seen = new Set<string>();
  for (const one of value as Partial<Subrequest>[]) {
    if (typeof one.method !== 'string' || typeof one.url !== 'string')
      throw new RefusedRequest(missing('method and url'));
    if (typeof one.referenceId !== 'string' || !/^[a-zA-Z0-9]\w*$/.test(one.referenceId)) {
      const message =
        `Provided referenceId ('${String(one.referenceId)}') must start with a letter or a number, ` +
        "and it can contain only letters, numbers and underscores ('_').";
      throw new RefusedRequest(refuse('INVALID_INPUT', message));
    }
    if (seen.has(one.referenceId)) {
      const message = `Provided referenceId ('${one.referenceId}') is not unique`;
      throw new RefusedRequest(refuse('INVALID_INPUT', message));
    }
    seen.add(one.referenceId);
  }
  return value as Subrequest[];
}

function missing(what: string): Refusal {
  return refuse('INVALID_INPUT', `${what} must be specified`);
}

/** `POST /composite/graph`: each graph succeeds or is taken back as a whole. */
export async function compositeGraph(call: Call, perform: PerformMember): Promise<WireAnswer> {
  const { graphs } = jsonBody(call) as { graphs?: { graphId: string; compositeRequest: unknown }[] };
  if (!Array.isArray(graphs)) throw new RefusedRequest(missing('graphs'));
  const read = graphs.map((graph) => ({ ...graph, subrequests: subrequestsOf(graph.compositeRequest) }));
  const nodes = read.reduce((count, graph) => count + graph.subrequests.length, 0);
  if (read.length > MOST_GRAPHS || nodes > MOST_NODES) {
    const message = `The request can’t contain more than ${MOST_GRAPHS} graphs or ${MOST_NODES} nodes.`;
    return refused(refuse('LIMIT_EXCEEDED', message));
  }
  const answers: WireAnswer[] = [];
  const results: object[] = [];
  let failures = 0;
  for (const { graphId, subrequests } of read) {
    const halted = failures > MOST_FAILED_GRAPHS;
    const performed = halted ? haltedGraph(subrequests) : await performAll(call, subrequests, true, perform);
    if (performed.failed) failures += 1;
    answers.push(...performed.answers);
    results.push({
      graphId,
      graphResponse: { compositeResponse: performed.responses },
      isSuccessful: !performed.failed,
    });
  }
  return { status: 200, body: { graphs: results }, writes: sumWrites(answers), ...worstTransport(answers) };
}

function haltedGraph(subrequests: readonly Subrequest[]) {
  const body = errorBody(refuse('PROCESSING_HALTED', 'Too many graphs of the request failed.'));
  const responses = subrequests.map(({ referenceId }) => ({
    body,
    httpHeaders: {},
    httpStatusCode: 400,
    referenceId,
  }));
  return { answers: [] as WireAnswer[], responses, failed: true };
}

/** The writes of members of an atomic envelope, which count only when the envelope is through. */
function sumWrites(answers: readonly WireAnswer[]): Writes {
  const sum: Writes = { created: 0, updated: 0, deleted: 0 };
  for (const { writes } of answers) {
    sum.created += writes?.created ?? 0;
    sum.updated += writes?.updated ?? 0;
    sum.deleted += writes?.deleted ?? 0;
  }
  return sum;
}

/** `POST /composite/batch`: independent subrequests, each of which counts as a call. */
export async function compositeBatch(call: Call, perform: PerformMember): Promise<WireAnswer> {
  const body = jsonBody(call) as { batchRequests?: BatchRequest[]; haltOnError?: boolean };
  const requests = body.batchRequests;
  if (!Array.isArray(requests)) throw new RefusedRequest(missing('batchRequests'));
  if (requests.some(({ method, url }) => typeof method !== 'string' || typeof url !== 'string')) {
    throw new RefusedRequest(missing('method and url'));
  }
  if (requests.length > MOST_SUBREQUESTS) {
    const message = `The request can’t contain more than ${MOST_SUBREQUESTS} operations.`;
    return refused(refuse('LIMIT_EXCEEDED', message));
  }
  countCalls(call.emulator, requests.length - 1);
  const answers: WireAnswer[] = [];
  for (const { method, url, richInput } of requests) {
    const path = url.startsWith('/services/data/') ? url : `/services/data/${url.replace(/^\//, '')}`;
    const input = richInput === undefined ? '' : JSON.stringify(richInput);
    const halted = body.haltOnError === true && answers.some(({ status }) => status >= 400);
    answers.push(
      halted
        ? {
            status: 412,
            body: errorBody(refuse('BATCH_PROCESSING_HALTED', 'Batch processing halted per request')),
          }
        : await perform({ method, path, headers: {}, body: input, member: true }, false),
    );
  }
  const results = answers.map(({ status, body: result }) => ({ statusCode: status, result: result ?? null }));
  const hasErrors = answers.some(({ status }) => status >= 400);
  return { status: 200, body: { hasErrors, results }, ...worstTransport(answers) };
}

interface BatchRequest {
  readonly method: string;
  readonly url: string;
  readonly richInput?: unknown;
}
