import { generateKeyPairSync } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A request as it came over the wire. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer: JSON with a status, or whatever the function does to the socket. */
export type Answer = { status: number; json: unknown } | ((response: ServerResponse) => void);

/** A server that signs anybody in and answers the rest as the test says. */
export interface HttpOrg {
  readonly url: string;
  readonly seen: readonly Seen[];
  readonly tokens: () => number;
  close(): Promise<void>;
}

/** Starts it on a free port. `answer` gets each request but token requests; `token` may replace the token's answer. */
export async function startHttpOrg(options: {
  answer: (request: Seen) => Answer;
  token?: () => Answer | null;
}): Promise<HttpOrg> {
  const seen: Seen[] = [];
  let tokens = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const path = request.url ?? '';
      const isToken = path === '/services/oauth2/token';
      if (isToken) tokens++;
      else seen.push({ method: request.method ?? '', path, headers: request.headers, body });
      const answer = isToken
        ? (options.token?.() ?? { status: 200, json: tokenAnswer(url, tokens) })
        : options.answer(seen.at(-1) as Seen);
      if (typeof answer === 'function') return answer(response);
      response.writeHead(answer.status, {
        'content-type': 'application/json;charset=UTF-8',
        'sforce-limit-info': 'api-usage=7/100000',
      });
      response.end(JSON.stringify(answer.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    seen,
    tokens: () => tokens,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tokenAnswer(url: string, count: number): object {
  return {
    access_token: `token-${count}`,
    instance_url: url,
    id: `${url}/id/00D000000000001EAA/005000000000001AAA`,
    token_type: 'Bearer',
  };
}

/** An RSA key in PEM form. */
export const privateKeyPem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** A log that keeps nothing. */
export const silent = { debug: () => {}, info: () => {}, warn: () => {} };

const compositeBody = z.object({
  compositeRequest: z.array(
    z.object({
      method: z.string(),
      url: z.string(),
      referenceId: z.string(),
      httpHeaders: z.record(z.string(), z.string()).optional(),
      body: z.object({ records: z.array(z.record(z.string(), z.unknown())) }).optional(),
    }),
  ),
});

/** The subrequests of a composite call. */
export function subrequests(request: Seen): z.output<typeof compositeBody>['compositeRequest'] {
  return compositeBody.parse(JSON.parse(request.body)).compositeRequest;
}

/** A composite answer with these bodies, in order. */
export function compositeAnswer(
  request: Seen,
  answer: (sub: ReturnType<typeof subrequests>[number]) => { status: number; body: unknown },
): Answer {
  const compositeResponse = subrequests(request).map((sub) => {
    const { status, body } = answer(sub);
    return { referenceId: sub.referenceId, httpStatusCode: status, httpHeaders: {}, body };
  });
  return { status: 200, json: { compositeResponse } };
}
