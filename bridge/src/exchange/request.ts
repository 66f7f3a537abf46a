import { randomUUID } from 'node:crypto';
import { Fault } from '../domain/fault.ts';
import type { Http } from '../domain/http.ts';
import type { Answer, Headers } from './answer.ts';
import { errorOf } from './answer.ts';
import type { Log } from '../domain/log.ts';
import type { Tokens } from './token.ts';

/** Asked of every request and every batch member, so that ids survive a move. Source: "Obtain immutable identifiers for Outlook resources". */
export const immutableIds = 'IdType="ImmutableId"';

/** One request to Microsoft Graph. */
export interface GraphRequest {
  /** What it is for; names it in the log, where its address must not be. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query after the version, or a whole link that an answer brought. */
  readonly target: { readonly path: string } | { readonly link: string };
  readonly prefer?: readonly string[];
  readonly ifMatch?: string | null;
  readonly body?: unknown;
}

/**
 * Sends one request once and tells what became of it. A refused token is replaced and the request repeated, since a request
 * without a good token is not carried out; a second refusal is a Fault. Throws the signal's reason when it is aborted.
 */
export type Transport = (request: GraphRequest, signal: AbortSignal) => Promise<Answer>;

/** What the transport works with. */
export interface TransportOptions {
  readonly graphUrl: string;
  readonly tokens: Tokens;
  readonly http: Http;
  readonly log: Log;
}

/** Whether a link that the service or the database gave leads to the configured service; others must never get the token. */
export function isOwnLink(link: string, graphUrl: string): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  return url.origin === new URL(graphUrl).origin && url.username === '' && url.password === '';
}

/** Microsoft Graph v1.0 at the given address. */
export function createTransport({ graphUrl, tokens, http, log }: TransportOptions): Transport {
  return async (request, signal) => {
    const url = addressOf(request, graphUrl);
    const token = await tokens.current();
    const answer = await sendOnce(url, request, token, http, log, signal);
    if (answer.kind !== 'answer' || answer.status !== 401) return answer;
    const second = await sendOnce(url, request, await tokens.replace(token), http, log, signal);
    if (second.kind === 'answer' && second.status === 401) {
      throw new Fault('TDM-X-DENIED', `401 ${errorOf(second).code}`.trim());
    }
    return second;
  };
}

function addressOf({ operation, target }: GraphRequest, graphUrl: string): string {
  if ('path' in target) return `${new URL(graphUrl).origin}/v1.0${target.path}`;
  if (!isOwnLink(target.link, graphUrl))
    throw new Fault('TDM-X-ANSWER', `${operation}: a link to another host`);
  return target.link;
}

async function sendOnce(
  url: string,
  request: GraphRequest,
  token: string,
  http: Http,
  log: Log,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const clientRequestId = randomUUID();
  const { operation, method } = request;
  try {
    const headers = headersOf(request, token, clientRequestId);
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    const got = await http.send({ url, method, headers, body, signal });
    const answer = read(got.status, got.headers, got.text);
    if (got.status >= 400) {
      const code = answer.kind === 'answer' ? errorOf(answer).code : '';
      const requestId = got.headers['request-id'];
      log.debug(
        { operation, status: got.status, code, clientRequestId, requestId },
        'Graph refused a request',
      );
    }
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    const detail = errorCode(error);
    log.debug({ operation, error: detail, clientRequestId }, 'Graph gave no answer');
    return { kind: 'lost', sent: !neverSent.has(detail), detail };
  }
}

function headersOf(request: GraphRequest, token: string, clientRequestId: string): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    prefer: [immutableIds, ...(request.prefer ?? [])].join(', '),
    'client-request-id': clientRequestId,
    ...(request.ifMatch ? { 'if-match': request.ifMatch } : {}),
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

function read(status: number, headers: Headers, text: string): Answer {
  if (text === '') return { kind: 'answer', status, headers, body: undefined };
  try {
    return { kind: 'answer', status, headers, body: JSON.parse(text) };
  } catch {
    return { kind: 'unreadable', status, headers };
  }
}

/** Failures in which no connection was made. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no code';
}
