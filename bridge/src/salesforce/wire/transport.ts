import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce';
import { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import type { Http } from '../../domain/http.ts';
import { CallFailed } from './trouble.ts';

/** Sends jsforce's requests and holds the connections; `close` ends them. */
export interface OrgTransport {
  readonly transport: Transport;
  /** ISO instant of the last answer by the `Date` header; null before the first. */
  serverTime(): string | null;
  close(): Promise<void>;
}

/**
 * A transport for jsforce without retries of its own, since repeating is decided per operation. jsforce's own transport
 * opens a socket per request, repeats by itself, and brings the process down when an answer is cut in its middle. Throws
 * CallFailed for a failed network and for 5xx answers.
 */
export function createTransport(http: Http): OrgTransport {
  let serverTime: string | null = null;

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const headers = Object.fromEntries(
      Object.entries(request.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-length'),
    );
    const body = typeof request.body === 'string' ? request.body : null;
    try {
      const answer = await http.send({ url: request.url, method: request.method, headers, body });
      serverTime = dateOf(answer.headers.date) ?? serverTime;
      return { statusCode: answer.status, headers: { ...answer.headers }, body: answer.text };
    } catch (error) {
      throw new CallFailed({ kind: 'noAnswer', code: networkCode(error) }, error);
    }
  }

  class DirectTransport extends Transport {
    override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
      return StreamPromise.create(() => ({
        stream: new PassThrough(),
        promise: send(request).then(withoutServerTrouble),
      }));
    }
  }

  let closing: Promise<void> | null = null;
  return {
    transport: new DirectTransport(),
    serverTime: () => serverTime,
    close: () => (closing ??= http.close()),
  };
}

function dateOf(header: string | undefined): string | null {
  const time = Date.parse(header ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function withoutServerTrouble(response: HttpResponse): HttpResponse {
  if (response.statusCode < 500) return response;
  if (/html/i.test(response.headers['content-type'] ?? '')) {
    throw new CallFailed({ kind: 'unreadable', detail: `an HTML page with HTTP ${response.statusCode}` });
  }
  throw new CallFailed({ kind: 'down', status: response.statusCode, code: errorCode(response.body) });
}

function errorCode(body: string): string {
  return /"errorCode"\s*:\s*"(\w{1,80})"/.exec(body)?.[1] ?? '';
}

function networkCode(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message : 'the connection failed';
}
