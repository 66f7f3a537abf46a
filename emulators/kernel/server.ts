import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { registerControl } from './control.ts';
import type { Kernel } from './kernel.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

/** A running emulator. */
export interface EmulatorServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  app: FastifyInstance;
  close(): Promise<void>;
}

export interface ServerOptions {
  kernel: Kernel<unknown, unknown>;
  /** 0 takes a free port. */
  port?: number | undefined;
  /** Empties the emulator's own state, for `POST /_control/reset`. */
  resetState: () => void;
  /** Carries out one service request. */
  service: (request: WireRequest) => Promise<WireAnswer> | WireAnswer;
  /** Adds the emulator's own `/_control` routes (seed, state, people); bodies arrive as strings, see `controlBody`. */
  control(app: FastifyInstance): void;
}

const SERVICE_PATH = '/service';
const MINUTE_MS = 60_000;
const MEBIBYTE = 1024 * 1024;

/** Starts the HTTP server of an emulator on 127.0.0.1: `/_control` by routes, all else through the kernel to the service. */
export async function startServer(options: ServerOptions): Promise<EmulatorServer> {
  const app = Fastify({
    bodyLimit: 256 * MEBIBYTE,
    forceCloseConnections: true,
    // Longer than any test is silent: a connection that ends just when a client uses it again is a failure of its own.
    keepAliveTimeout: 10 * MINUTE_MS,
    routerOptions: { maxParamLength: 2000 },
    http: { maxHeaderSize: MEBIBYTE },
    rewriteUrl: (request) => (request.url?.startsWith('/_control/') ? request.url : SERVICE_PATH),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  registerControl(app, {
    clock: options.kernel.clock,
    faults: options.kernel.faults,
    log: options.kernel.log,
    settings: options.kernel.settingsStore,
    resetState: options.resetState,
  });
  options.control(app);
  app.all(SERVICE_PATH, async (request, reply) => {
    const answer = await options.kernel.perform(wireRequest(request), options.service);
    return send(answer, request, reply);
  });
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return { url, app, close: () => app.close() };
}

function wireRequest(request: FastifyRequest): WireRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const body = typeof request.body === 'string' ? request.body : '';
  return { method: request.method, path: request.originalUrl, headers, body, member: false };
}

function send(answer: WireAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (answer.transport === 'severed') {
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  }
  const { body } = answer;
  reply.code(answer.status).headers(answer.headers ?? {});
  if (body === undefined) return reply.send();
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json; charset=utf-8');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return reply.send(answer.transport === 'malformed' ? text.slice(0, Math.ceil(text.length / 2)) : text);
}
