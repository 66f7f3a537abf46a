import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildApp } from './compile/app.ts';
import { shell } from './compile/modules.ts';
import type { Imports } from './compile/preloads.ts';
import { buildVendor } from './compile/vendor.ts';
import { createPersonas, type Persona, type Personas } from './personas.ts';

export interface LightningOptions {
  readonly salesforceUrl: string;
  /** As whom people can look; the first one is signed in unless somebody else is chosen. */
  readonly personas: readonly Persona[];
  /** Where compiled components are kept. */
  readonly folder: string;
  /** Whether the folder is taken as it is, since `compileScreens` was called before. */
  readonly compiled?: boolean;
  /** Where the package's screens are kept, when not there too: compiled by `buildApp` with other words. */
  readonly app?: string | undefined;
}

/** Where the compiled screens of a checkout are kept. */
export const screensOf = (root: string): string => join(root, 'build', 'playground');

const vendorIn = (folder: string) => join(folder, 'vendor');
const appIn = (folder: string) => join(folder, 'app');

/** Compiles the screens into a folder: the base components unless they are there already, which takes some seconds, and the package's. */
export async function compileScreens(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await buildApp(appIn(folder), { vendor: await buildVendor(vendorIn(folder)) });
}

/**
 * Adds the package's screens to a server, compiled and as they look in Lightning Experience: the page under `/lightning`, and under
 * `/services/data` the org itself, asked as the persona who is signed in. Who may see what is the org's business alone.
 */
export async function addLightning(server: FastifyInstance, options: LightningOptions): Promise<void> {
  const vendor = vendorIn(options.folder);
  const app = options.app ?? appIn(options.folder);
  if (!options.compiled) await compileScreens(options.folder);
  const personas = createPersonas(options.salesforceUrl, options.personas);

  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const text = await readFile(join(app, 'index.html'), 'utf8');
    const preloads = await preloadsFor(app, request.url);
    const signedIn = JSON.stringify(await personas.signedIn(request.headers.cookie)).replaceAll(
      '<',
      '\\u003c',
    );
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        text
          .replace('globalThis.signedIn = {}', () => `globalThis.signedIn = ${signedIn}`)
          .replace('<style>', (style) => preloads + style),
      );
  };
  for (const path of ['', '/n/*', '/r/*', '/o/*', '/page/*', '/cmp/*']) server.get(`/lightning${path}`, page);
  server.get('/lightning/phone', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(await readFile(join(shell, 'phone.html'), 'utf8')),
  );
  server.post('/lightning/session', (request, reply) =>
    reply
      .header('set-cookie', personas.cookieOf(String(request.body)))
      .code(204)
      .send(),
  );
  for (const [root, prefix] of [
    [vendor, '/lightning/vendor/'],
    [app, '/lightning/app/'],
  ] as const)
    await server.register(fastifyStatic, { root, prefix, decorateReply: false, ...kept(options) });
  server.all('/services/data/*', (request, reply) => passOn(options.salesforceUrl, personas, request, reply));
}

/** Has the browser load at once what a page imports, as an org sends a page's components together. */
async function preloadsFor(app: string, url: string): Promise<string> {
  const preloads = JSON.parse(await readFile(join(app, 'preloads.json'), 'utf8')) as Imports;
  const tab = /^\/lightning\/n\/(\w+)/.exec(url)?.[1] ?? '';
  const addresses = new Set([...(preloads[''] ?? []), ...(preloads[tab] ?? [])]);
  return [...addresses].map((address) => `<link rel="modulepreload" href="${address}" />`).join('');
}

/** What was compiled before stays as it is; else the browser asks each time whether it was compiled anew. */
const kept = ({ compiled = false }: LightningOptions) => (compiled ? { maxAge: '1h', immutable: true } : {});

/** Headers that change what the org does; the rest is between the browser and this server. */
function passedOn(headers: FastifyRequest['headers']): Record<string, string> {
  const since = headers['if-unmodified-since'];
  return since === undefined ? {} : { 'if-unmodified-since': since };
}

/** Hands a request of a screen on to the org with the session of the persona. */
async function passOn(
  salesforceUrl: string,
  personas: Personas,
  { method, url, body, headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const send = async () =>
    fetch(`${salesforceUrl}${url}`, {
      method,
      headers: {
        authorization: `Bearer ${await personas.token(headers.cookie)}`,
        'content-type': 'application/json',
        ...passedOn(headers),
      },
      ...(typeof body === 'string' && body !== '' ? { body } : {}),
    });
  let answer = await send();
  if (answer.status === 401) {
    personas.forget(headers.cookie);
    answer = await send();
  }
  return reply
    .code(answer.status)
    .type(answer.headers.get('content-type') ?? 'application/json')
    .send(answer.status === 204 ? '' : await answer.text());
}
