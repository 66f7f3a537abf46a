import { describe, expect, it } from 'vitest';
import type { FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { startFakeGraph, errorBody } from './testing/fake-graph.ts';

const folder = as<FolderId>('folder/1=');
const folderBody = { id: 'folder/1=', displayName: 'Salesforce_Sync' };
const refused = { status: 401, body: errorBody('InvalidAuthenticationToken') };

describe('a request to Graph', () => {
  it('asks for immutable ids, encodes ids and carries an id of its own', async () => {
    const graph = await startFakeGraph();
    graph.answer({ body: folderBody }, { body: folderBody });
    await graph.mailbox.folderExists(folder);
    await graph.mailbox.folderExists(folder);
    const [first, second] = graph.requests;
    expect(first?.headers.prefer).toBe('IdType="ImmutableId"');
    expect(first?.url).toBe('/v1.0/users/ada/contactFolders/folder/1=?$select=id');
    expect(first?.headers['client-request-id']).not.toBe(second?.headers['client-request-id']);
  });

  it('is repeated with a new token when its token is refused', async () => {
    const graph = await startFakeGraph();
    graph.answer(refused, { body: folderBody });
    expect(await graph.mailbox.folderExists(folder)).toBe(true);
    expect(graph.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('is a fault when the new token is refused too', async () => {
    const graph = await startFakeGraph();
    graph.answer(refused, refused);
    await expect(graph.mailbox.folderExists(folder)).rejects.toMatchObject({ code: 'TDM-X-DENIED' });
    expect(graph.requests).toHaveLength(2);
  });

  it('renews a token once for all requests that were refused together', async () => {
    const graph = await startFakeGraph();
    graph.answer(refused, refused, refused, { body: folderBody }, { body: folderBody }, { body: folderBody });
    await graph.exchange.signIn();
    await Promise.all([1, 2, 3].map(() => graph.mailbox.folderExists(folder)));
    const tokens = graph.requests.map(({ headers }) => headers.authorization);
    expect(new Set(tokens)).toEqual(new Set(['Bearer token-1', 'Bearer token-2']));
  });

  it.each([
    ['the mailbox is out of scope', 403, 'ErrorAccessDenied', 'TDM-M-DENIED'],
    ['the user is unknown', 404, 'ErrorInvalidUser', 'TDM-M-NOT-FOUND'],
    ['the resource is unknown', 404, 'Request_ResourceNotFound', 'TDM-M-NOT-FOUND'],
    ['the resource is unknown, otherwise said', 404, 'resourceNotFound', 'TDM-M-NOT-FOUND'],
    ['the mailbox is inactive', 404, 'MailboxNotEnabledForRESTAPI', 'TDM-M-INACTIVE'],
    ['a directory permission is missing', 403, 'Authorization_RequestDenied', 'TDM-X-DENIED'],
    ['something unknown is wrong', 405, 'ErrorInvalidRequest', 'TDM-B-UNEXPECTED'],
    ['a 404 has no code', 404, '', 'TDM-B-UNEXPECTED'],
  ])('is a fault when %s', async (_, status, code, fault) => {
    const graph = await startFakeGraph();
    graph.answer({ status, body: errorBody(code) });
    await expect(graph.mailbox.folderExists(folder)).rejects.toMatchObject({ code: fault });
  });

  it('waits as long as it is told and tries again', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      { status: 429, headers: { 'retry-after': '2.5' }, body: errorBody('TooManyRequests') },
      { status: 503 },
      { cut: true },
      { status: 502, body: '<html>Bad Gateway</html>' },
      { body: folderBody },
    );
    expect(await graph.mailbox.folderExists(folder)).toBe(true);
    expect(graph.clock.waits).toEqual([2_500, 1_000, 2_000, 4_000]);
  });

  it('is put off when it would wait too long, and others of the mailbox are not even sent', async () => {
    const graph = await startFakeGraph();
    graph.answer({ status: 429, headers: { 'retry-after': '300' }, body: errorBody('TooManyRequests') });
    const putOff = { name: 'Throttled', retryAfterMs: 300_000 };
    await expect(graph.mailbox.folderExists(folder)).rejects.toMatchObject(putOff);
    await expect(graph.mailbox.folderExists(folder)).rejects.toMatchObject(putOff);
    const writes = await graph.mailbox.createContacts(folder, [{ properties: {}, marker: 'm' }]);
    expect(writes).toEqual([
      { ok: false, refusal: { kind: 'later', code: 'Throttled', retryAfterMs: 300_000 } },
    ]);
    expect(graph.requests).toHaveLength(1);
    expect(graph.clock.waits).toEqual([]);
  });

  it('never holds up another mailbox', async () => {
    const graph = await startFakeGraph();
    graph.answer({ status: 429, headers: { 'retry-after': '300' } }, { body: folderBody });
    await expect(graph.mailbox.folderExists(folder)).rejects.toThrow('puts off');
    const other = graph.exchange.mailbox(as('grace'), new AbortController().signal);
    expect(await other.folderExists(folder)).toBe(true);
  });

  it.each([
    ['goes on with pages of a proxy', { status: 502, body: '<html>' }, 'TDM-X-ANSWER'],
    ['goes on with half an answer', { status: 200, body: '{"id":"fol' }, 'TDM-X-ANSWER'],
    ['goes on without an answer', { cut: true }, 'TDM-X-UNREACHABLE'],
  ])('is a fault when the service %s', async (_, answer, code) => {
    const graph = await startFakeGraph();
    graph.answer(...Array.from({ length: 10 }, () => answer));
    await expect(graph.mailbox.folderExists(folder)).rejects.toMatchObject({ code });
  });

  it('ends with the reason of its signal', async () => {
    const graph = await startFakeGraph();
    graph.answer(() => {
      graph.abort(new Error('the lease is lost'));
      return { body: folderBody };
    });
    await expect(graph.mailbox.folderExists(folder)).rejects.toThrow('the lease is lost');
    await expect(graph.mailbox.folderExists(folder)).rejects.toThrow('the lease is lost');
    expect(graph.requests).toHaveLength(1);
  });
});
