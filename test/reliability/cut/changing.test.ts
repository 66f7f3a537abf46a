import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { changing } from './changing.ts';

/** Whether such a call may have changed something, once it was answered. */
async function changes(method: string, path: string, body?: object): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer((request, response) => {
    const mayHaveChanged = changing(request);
    void text(request.setEncoding('utf8')).then(() => {
      resolve(mayHaveChanged());
      response.end();
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  return promise;
}

const composite = '/services/data/v66.0/composite';
const [read, write] = [
  { method: 'GET', url: '/services/data/v66.0/query?q=é' },
  { method: 'PATCH', url: '/services/data/v66.0/composite/sobjects/Contact', body: { records: [{}] } },
];

test('a read, a sign-in and a composite or batch of reads change nothing', async () => {
  expect(await changes('GET', '/v1.0/users')).toBe(false);
  expect(await changes('POST', '/services/oauth2/token', {})).toBe(false);
  expect(await changes('POST', composite, { compositeRequest: [read, read] })).toBe(false);
  expect(await changes('POST', '/v1.0/$batch', { requests: [read] })).toBe(false);
});

test('a write changes something, alone as among reads', async () => {
  expect(await changes('DELETE', '/v1.0/users/ada/events/1')).toBe(true);
  expect(await changes('POST', `${composite}/sobjects`, { records: [{}] })).toBe(true);
  expect(await changes('POST', composite, { compositeRequest: [read, write, read] })).toBe(true);
  expect(await changes('POST', '/v1.0/$batch', { requests: [read, write] })).toBe(true);
});
