import { Agent, request } from 'undici';
import type { Http } from '../domain/http.ts';

const answerTimeoutMs = 100_000;

/** The network as Microsoft's services are reached; closing ends what is under way. */
export function createHttp(): Http {
  // Whether a request was carried out is easier to tell with one request a connection, so no HTTP/2.
  const dispatcher = new Agent({
    allowH2: false,
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
  });
  return {
    async send({ url, method, headers, body, signal }) {
      const got = await request(url, { method, headers, body, dispatcher, signal: signal ?? null });
      const entries = Object.entries(got.headers).filter(([, value]) => value !== undefined);
      return {
        status: got.statusCode,
        headers: Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)])),
        text: await got.body.text(),
      };
    },
    close: () => dispatcher.destroy(),
  };
}
