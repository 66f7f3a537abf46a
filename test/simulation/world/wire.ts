import type { Http, HttpAnswer, HttpRequest } from '../../../bridge/src/domain/http.ts';
import type { WireAnswer, WireRequest } from '../../../emulators/kernel/wire.ts';
import type { Chance } from '../machine/chance.ts';
import type { Scheduler } from '../machine/scheduler.ts';
import { runningProcess } from '../machine/time.ts';

export type Service = 'exchange' | 'salesforce';

/** What stands around every call. */
export interface Wire {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  /** Carries the request out at the service. */
  serve(service: Service, request: WireRequest): Promise<WireAnswer>;
}

/** The network of one process to a service: each call arrives after a while, and its answer after another while. */
export function createWire(service: Service, wire: Wire): Http {
  const { scheduler, chance } = wire;
  return {
    send(request) {
      const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
      const { signal } = request;
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      const abort = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', abort, { once: true });
      const process = runningProcess.getStore() ?? null;
      const label = `${service} ${request.method} ${request.url}`;
      // What is on its way arrives even when its sender dies; what was not sent yet does not.
      const sent = chance.percent(50);
      scheduler.schedule(latency(chance), {
        process: sent ? null : process,
        label: `→ ${label} ${request.url.includes('oauth2') ? '' : (request.body ?? '')}`,
        async run() {
          const answer = await wire.serve(service, wireRequest(request));
          scheduler.schedule(latency(chance), {
            process,
            label: `← ${answer.transport ?? answer.status} ${label}${shownBody(answer)}`,
            run() {
              signal?.removeEventListener('abort', abort);
              if (answer.transport === 'severed') reject(connectionLost());
              else resolve(httpAnswer(answer));
            },
          });
        },
      });
      return promise;
    },
    close: () => Promise.resolve(),
  };
}

/** Mostly a few milliseconds; now and then so long that others overtake it. */
function latency(chance: Chance): number {
  return chance.percent(10) ? 100 + chance.below(3000) : 1 + chance.below(60);
}

/** Answers are long: they are shown to those who ask for everything. */
function shownBody({ body }: WireAnswer): string {
  return process.env.SIMULATION_LOG ? ` ${typeof body === 'string' ? body : JSON.stringify(body)}` : '';
}

function wireRequest({ url, method, headers, body }: HttpRequest): WireRequest {
  const { pathname, search, host } = new URL(url);
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    path: `${pathname}${search}`,
    headers: {
      ...(Object.fromEntries(lower) as Record<string, string>),
      host,
      ...(body !== null && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    body: body ?? '',
    member: false,
  };
}

function httpAnswer({ status, headers, body, transport }: WireAnswer): HttpAnswer {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    text: transport === 'malformed' ? text.slice(0, Math.ceil(text.length / 2)) : text,
  };
}

function connectionLost(): Error {
  return Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
}
