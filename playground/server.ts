import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addLightning } from './lightning/host.ts';
import type { LightningOptions } from './lightning/host.ts';
import type { Lines } from './lines.ts';

export interface PlaygroundOptions {
  readonly exchangeUrl: string;
  readonly salesforceUrl: string;
  /** What the bridge says, for the front page. */
  readonly lines: Lines;
  /** The screens of Salesforce, which are compiled first; without it they are left out. */
  readonly lightning?: Omit<LightningOptions, 'salesforceUrl'>;
  /** 0 takes a free port. */
  readonly port: number;
}

export interface Playground {
  /** `http://localhost:PORT`. */
  readonly url: string;
  close(): Promise<void>;
}

const pages = join(import.meta.dirname, 'pages');
const lightningDesignSystem = join(
  dirname(fileURLToPath(import.meta.resolve('@salesforce-ux/design-system/package.json'))),
  'assets',
);

const eventCalendar = dirname(fileURLToPath(import.meta.resolve('@event-calendar/build')));

/**
 * Starts the server of the playground on this machine only: its pages, whose TypeScript is stripped as it is served, and a way for
 * them to the two emulators that lets through nothing but what people do.
 */
export async function createPlayground(options: PlaygroundOptions): Promise<Playground> {
  const app = Fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  await app.register(fastifyStatic, { root: lightningDesignSystem, prefix: '/slds/', maxAge: '1h' });
  await app.register(fastifyStatic, {
    root: eventCalendar,
    prefix: '/event-calendar/',
    maxAge: '1h',
    decorateReply: false,
  });

  for (const [path, page] of Object.entries({
    '/': 'home',
    '/outlook': 'outlook',
    '/outlook/calendar': 'outlook/calendar',
    '/outlook/mail': 'outlook/mail',
    '/salesforce': 'salesforce',
  })) {
    app.get(path, (_request, reply) => reply.sendFile(join(page, 'index.html'), pages));
  }
  app.get<{ Params: { '*': string } }>('/pages/*', ({ params }, reply) => {
    const path = params['*'];
    return path.endsWith('.ts') ? sendModule(path, reply) : reply.sendFile(path, pages);
  });
  const { lightning, salesforceUrl } = options;
  if (lightning) await addLightning(app, { ...lightning, salesforceUrl });
  app.get<{ Querystring: { since?: string } }>('/api/lines', ({ query }) =>
    options.lines.since(Number(query.since ?? 0)),
  );
  app.all('/api/exchange/*', proxyTo(options.exchangeUrl));
  app.all('/api/salesforce/*', proxyTo(options.salesforceUrl));

  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: options.port }));
  return { url: `http://localhost:${port}`, close: () => app.close() };
}

async function sendModule(path: string, reply: FastifyReply): Promise<FastifyReply> {
  const file = normalize(join(pages, path));
  if (!file.startsWith(pages)) return reply.code(404).send();
  const source = await readFile(file, 'utf8').catch(() => undefined);
  if (source === undefined) return reply.code(404).send();
  return reply.type('text/javascript; charset=utf-8').send(stripTypeScriptTypes(source));
}

/** Hands a request on to what people can do in an emulator, and its answer back. */
function proxyTo(url: string) {
  return async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) => {
    const target = new URL(`${url}/_control/people/${request.url.split('/').slice(3).join('/')}`);
    if (!target.pathname.startsWith('/_control/people/')) return reply.code(404).send();
    const { body } = request;
    const sent = typeof body === 'string' &&
      body !== '' && { headers: { 'content-type': 'application/json' }, body };
    const answer = await fetch(target, { method: request.method, ...sent }).catch(() => undefined);
    if (!answer)
      return reply.code(502).send({ error: 'The emulator does not answer. Is npm start still running?' });
    return reply
      .code(answer.status)
      .type(answer.headers.get('content-type') ?? 'application/json')
      .send(await answer.text());
  };
}
