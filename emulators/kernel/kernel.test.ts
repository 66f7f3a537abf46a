import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inLanes } from './lanes.ts';
import { createKernel } from './kernel.ts';
import { startServer } from './server.ts';
import type { EmulatorServer } from './server.ts';

let server: EmulatorServer | undefined;
let effects: string[] = [];

/** A service that notes what it carried out; `/batch` performs each line of its body as a member. */
async function start(): Promise<string> {
  effects = [];
  const kernel = createKernel({
    quirks: z.object({ loud: z.boolean().default(false) }),
    limits: z.object({ most: z.number().default(3) }),
    describe: (request) => ({ operation: request.method, token: request.path === '/token' }),
    expiredToken: () => ({ status: 401, body: { error: 'expired' } }),
  });
  server = await startServer({
    kernel,
    resetState: () => effects.splice(0),
    control: () => undefined,
    service: async (request) => {
      if (request.path !== '/batch') {
        effects.push(request.body);
        return { status: 200, body: { at: kernel.clock.now().toISOString() }, writes: { created: 1 } };
      }
      const members = await inLanes(request.body.split('\n'), 4, (body) =>
        kernel.perform({ ...request, path: '/member', body, member: true }, (member) => {
          effects.push(member.body);
          return { status: 200 };
        }),
      );
      return { status: 200, body: members.map(({ status }) => status) };
    },
  });
  return server.url;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const control = async (url: string, method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${url}/_control/${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as Record<string, unknown>;
};
const post = (url: string, body: string, path = '/item') => fetch(url + path, { method: 'POST', body });

describe('the kernel of an emulator', () => {
  it('takes every stamp from a clock that can be set, frozen and advanced', async () => {
    const url = await start();
    await control(url, 'PUT', 'clock', { now: '2031-01-01T00:00:00Z', running: false });
    await control(url, 'PUT', 'clock', { advance: 60 });
    expect(await (await post(url, 'a')).json()).toEqual({ at: '2031-01-01T00:01:00.000Z' });
  });

  it('does not carry out a request that meets a status fault, lets skipped ones pass and ends after its times', async () => {
    const url = await start();
    await control(url, 'POST', 'faults', {
      match: { method: 'POST', path: '^/item\\?x=a b$', body: 'y' },
      skip: 1,
      effect: { kind: 'status', status: 503, headers: { 'retry-after': '7' }, body: { busy: true } },
    });
    const path = '/item?x=a%20b';
    const answers = [
      await post(url, 'n', path),
      await post(url, 'y1', path),
      await post(url, 'y2', path),
      await post(url, 'y3', path),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 200]);
    expect(answers[2]?.headers.get('retry-after')).toBe('7');
    expect(effects).toEqual(['n', 'y1', 'y3']);
    expect(await control(url, 'GET', 'faults')).toMatchObject({ faults: [{ matched: 2, fired: 1 }] });
  });

  it('loses the answer after the effect, or cuts the connection before it', async () => {
    const url = await start();
    await control(url, 'POST', 'faults', { effect: { kind: 'lostAnswer' } });
    await expect(post(url, 'done')).rejects.toThrow();
    await control(url, 'POST', 'faults', { effect: { kind: 'cut' } });
    await expect(post(url, 'not done')).rejects.toThrow();
    expect(effects).toEqual(['done']);
  });

  it('truncates an answer, shows a proxy page and refuses an expired token', async () => {
    const url = await start();
    for (const kind of ['malformed', 'html', 'expiredToken'])
      await control(url, 'POST', 'faults', { effect: { kind } });
    const malformed = await post(url, 'a');
    expect(malformed.status).toBe(200);
    await expect(malformed.json()).rejects.toThrow(SyntaxError);
    const html = await post(url, 'b');
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect((await post(url, 'c')).status).toBe(401);
    expect(effects).toEqual(['a']);
  });

  it('can fail one member of a batch and leave the others alone', async () => {
    const url = await start();
    await control(url, 'POST', 'faults', {
      match: { body: '^two$', member: true },
      effect: { kind: 'status', status: 429 },
    });
    expect(await (await post(url, 'one\ntwo\nthree', '/batch')).json()).toEqual([200, 429, 200]);
    expect(effects).toEqual(['one', 'three']);
  });

  it('counts a batch as one request, its members apart, and token requests apart', async () => {
    const url = await start();
    await post(url, 'one\ntwo', '/batch');
    await post(url, 'x');
    await post(url, 't', '/token');
    expect(await control(url, 'GET', 'counters')).toEqual({
      requests: 2,
      tokenRequests: 1,
      members: 2,
      byStatus: { 200: 4 },
      byOperation: { POST: 4 },
      writes: { created: 1, updated: 0, deleted: 0 },
    });
    const log = (await control(url, 'GET', 'log?since=2')) as { entries: object[] };
    expect(log.entries).toMatchObject([
      { n: 3, path: '/batch' },
      { n: 4, path: '/item', bodyBytes: 1 },
      { n: 5, path: '/token' },
    ]);
  });

  it('refuses settings it does not know and keeps those it had', async () => {
    const url = await start();
    expect(await control(url, 'PATCH', 'settings', { quirks: { quiet: true } })).toHaveProperty('error');
    expect(await control(url, 'PATCH', 'settings', { quirks: { loud: 'yes' } })).toHaveProperty('error');
    await control(url, 'PATCH', 'settings', { latencyMs: 1, limits: { most: 4 } });
    expect(await control(url, 'GET', 'settings')).toEqual({
      latencyMs: 1,
      quirks: { loud: false },
      limits: { most: 4 },
    });
  });

  it('returns to its start-up state on reset', async () => {
    const url = await start();
    await post(url, 'x');
    await control(url, 'POST', 'faults', { times: 0, effect: { kind: 'html' } });
    await control(url, 'PATCH', 'settings', { latencyMs: 5 });
    await control(url, 'POST', 'reset', {});
    expect(effects).toEqual([]);
    expect((await post(url, 'y')).status).toBe(200);
    expect(await control(url, 'GET', 'counters')).toMatchObject({ requests: 1 });
    expect(await control(url, 'GET', 'settings')).toMatchObject({ latencyMs: 0 });
  });
});
