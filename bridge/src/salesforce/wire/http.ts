import { EnvHttpProxyAgent, fetch } from 'undici';
import type { Http } from '../../domain/http.ts';

/**
 * The network as Salesforce is reached, with a bounded number of sockets; closing waits for what is under way. Proxies are
 * taken from HTTP_PROXY, HTTPS_PROXY and NO_PROXY.
 */
export function createHttp(options: {
  readonly connections: number;
  readonly answerTimeoutMs: number;
}): Http {
  const dispatcher = new EnvHttpProxyAgent({
    connections: options.connections,
    headersTimeout: options.answerTimeoutMs,
    bodyTimeout: options.answerTimeoutMs,
    allowH2: false,
  });
  return {
    async send({ url, method, headers, body, signal }) {
      const answer = await fetch(url, {
        method,
        headers: { ...headers },
        body,
        redirect: 'manual',
        dispatcher,
        signal: signal ?? null,
      });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        text: await answer.text(),
      };
    },
    close: () => dispatcher.close(),
  };
}
