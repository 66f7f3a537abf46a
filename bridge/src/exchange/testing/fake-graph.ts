import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createCertificate } from '../../../../emulators/client/certificate.ts';
import type { ExchangeUserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { createExchange } from '../create-exchange.ts';
import type { Exchange, ExchangeMailbox } from '../exchange.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeClock } from './fake-clock.ts';

/** A request as the fake service received it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** What the fake service answers; `cut` closes the connection instead. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly cut?: boolean;
}

type Script = ScriptedAnswer | ((request: SeenRequest) => ScriptedAnswer);

/** A service that answers exactly what a test tells it to, for what no well-behaved service answers. */
export interface FakeGraph {
  readonly url: string;
  readonly exchange: Exchange;
  readonly mailbox: ExchangeMailbox;
  readonly clock: FakeClock;
  /** Requests so far, those for tokens left out. */
  readonly requests: readonly SeenRequest[];
  /** The next answers, one a request; what comes after them gets 501. */
  answer(...scripts: readonly Script[]): void;
  abort(reason: Error): void;
}

const certificate = createCertificate('Tandem');

/** Starts the service with an Exchange that uses it; both end with the test. */
export async function startFakeGraph(): Promise<FakeGraph> {
  const requests: SeenRequest[] = [];
  const scripts: Script[] = [];
  let tokens = 0;
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (text += part));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.url?.includes('/oauth2/v2.0/token')) {
        tokens += 1;
        response.end(
          JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: `token-${tokens}` }),
        );
        return;
      }
      const seen = {
        method: request.method ?? '',
        url: decodeURIComponent(request.url ?? ''),
        headers: request.headers,
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      };
      requests.push(seen);
      const script = scripts.shift() ?? { status: 501, body: '' };
      const {
        status = 200,
        headers = {},
        body = '',
        cut = false,
      } = typeof script === 'function' ? script(seen) : script;
      if (cut) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = createFakeClock();
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const exchange = createExchange({
    tenantId: 'contoso',
    clientId: 'app',
    ...certificate,
    graphUrl: url,
    authorityUrl: url,
    log: silent,
    clock,
  });
  const aborting = new AbortController();
  onTestFinished(async () => {
    await exchange.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    url,
    exchange,
    mailbox: exchange.mailbox(as<ExchangeUserId>('ada'), aborting.signal),
    clock,
    requests,
    answer: (...more) => void scripts.push(...more),
    abort: (reason) => aborting.abort(reason),
  };
}

/** An error envelope. */
export function errorBody(code: string, message = ''): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

/** The ids of the members of a batch, in the order in which they were sent. */
export function membersOf(request: SeenRequest | undefined): readonly {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Record<string, unknown>;
}[] {
  return (request?.body as { requests: ReturnType<typeof membersOf> }).requests;
}

/** A contact as an answer has it. */
export function contactBody(
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    '@odata.etag': `W/"${id}-1"`,
    id,
    parentFolderId: 'folder',
    lastModifiedDateTime: '2026-01-02T03:04:05Z',
    ...more,
  };
}
