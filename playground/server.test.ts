import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Script } from 'node:vm';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLines } from './lines.ts';
import { createPlayground } from './server.ts';
import type { Playground } from './server.ts';

let emulator: FastifyInstance;
let playground: Playground;
const lines = createLines();

beforeEach(async () => {
  emulator = Fastify();
  emulator.all('/_control/people/*', ({ method, url, body }) => ({ method, url, body }));
  emulator.post('/_control/reset', () => ({ reset: true }));
  const url = await emulator.listen({ host: '127.0.0.1', port: 0 });
  playground = await createPlayground({ exchangeUrl: url, salesforceUrl: url, lines, port: 0 });
});
afterEach(() => Promise.all([playground.close(), emulator.close()]));

/** Posts to a path that is not tidied up before it is sent. */
function postAsItIs(path: string): Promise<string> {
  const { hostname, port } = new URL(playground.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method: 'POST' }, (response) => resolve(text(response)))
      .on('error', reject)
      .end();
  });
}

const get = (path: string) => fetch(playground.url + path);

describe('the server of the playground', () => {
  it('serves its pages', async () => {
    for (const path of ['/', '/outlook', '/outlook/calendar', '/outlook/mail', '/salesforce']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
    }
  });

  it('serves the TypeScript of a page as JavaScript that a browser can run', async () => {
    const response = await get('/pages/shared/fresh.ts');
    expect(response.headers.get('content-type')).toContain('javascript');
    const source = await response.text();
    expect(() => new Script(source.replaceAll(/^(import .*|export )/gm, ''))).not.toThrow();
  });

  it('serves the Lightning Design System from its package', async () => {
    expect((await get('/slds/styles/salesforce-lightning-design-system.min.css')).status).toBe(200);
  });

  it('serves the calendar that the week is drawn with', async () => {
    expect((await get('/event-calendar/event-calendar.min.js')).status).toBe(200);
  });

  it('serves nothing outside of its pages', async () => {
    expect((await get('/pages/..%2fserver.ts')).status).toBe(404);
    expect((await get('/pages/%2e%2e/server.ts')).status).toBe(404);
  });

  it('hands on what people do, with query and body', async () => {
    const path = '/api/exchange/mailboxes/a%2Fb/contacts?permanent=true';
    const response = await fetch(playground.url + path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"givenName":"Zoë"}',
    });
    expect(await response.json()).toEqual({
      method: 'PATCH',
      url: '/_control/people/mailboxes/a%2Fb/contacts?permanent=true',
      body: { givenName: 'Zoë' },
    });
  });

  it('hands on nothing else of the control endpoint', async () => {
    for (const path of [
      '/api/salesforce/../reset',
      '/api/salesforce/%2e%2e/reset',
      '/api/salesforce/..%2freset',
    ]) {
      expect(await postAsItIs(path)).not.toContain('"reset":true');
    }
  });

  it('says so when an emulator is gone', async () => {
    await emulator.close();
    const response = await get('/api/exchange/mailboxes');
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('npm start');
  });

  it('gives the lines of the bridge that are newer than those seen', async () => {
    lines.add('one');
    lines.add('two');
    const all = (await (await get('/api/lines?since=0')).json()) as {
      lines: { number: number; text: string }[];
    };
    expect(all.lines.map(({ text }) => text)).toEqual(['one', 'two']);
    const newer = (await (await get(`/api/lines?since=${all.lines[0]?.number}`)).json()) as {
      lines: unknown[];
    };
    expect(newer.lines).toHaveLength(1);
  });
});
