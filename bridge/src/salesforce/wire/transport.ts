import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce';
import { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import { EnvHttpProxyAgent, fetch } from 'undici';
import { CallFailed } from './trouble.ts';

/** Sends jsforce's requests and holds the connections; `close` ends them. */
export interface OrgTransport {
  readonly transport: Transport;
  /** ISO instant of the last answer by the `Date` header; null before the first. */
  serverTime(): string | null;
  close(): Promise<void>;
}

/**
 * A transport for jsforce with a bounded number of sockets and no retries of its own, since repeating is decided per
 * operation. jsforce's own transport opens a socket per request, repeats by itself, and brings the process down when
 * an answer is cut in its middle. Throws CallFailed for a failed network and for 5xx answers. Proxies are taken from
 * HTTP_PROXY, HTTPS_PROXY and NO_PROXY.
 */
export function createTransport(options: { connections: number; answerTimeoutMs: number }): OrgTransport {
  const dispatcher = new EnvHttpProxyAgent({
    connections: options.connections,
    headersTimeout: options.answerTimeoutMs,
    bodyTimeout: options.answerTimeoutMs,
    allowH2: false,
  });

  let serverTime: string | null = null;

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const headers = Object.fromEntries(
      Object.entries(request.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-length'),
    );
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers,
        body: typeof request.body === 'string' ? request.body : null,
        redirect: 'manual',
        dispatcher,
      });
      serverTime = dateOf(response.headers.get('date')) ?? serverTime;
      return {
        statusCode: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
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
    close: () => (closing ??= dispatcher.close()),
  };
}

function dateOf(header: string | null): string | null {
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
