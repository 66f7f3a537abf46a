import { describe, expect, it } from 'vitest';
import type { FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { FakeGraph } from './testing/fake-graph.ts';
import { contactBody, errorBody, membersOf, startFakeGraph } from './testing/fake-graph.ts';

const folder = as<FolderId>('folder');

/** A page that leads to the next one, or ends the round. */
function page(graph: FakeGraph, value: readonly unknown[], next?: string) {
  const link = `${graph.url}/v1.0/delta?${next ? `$skiptoken=${next}` : '$deltatoken=end'}`;
  return { body: { value, [next ? '@odata.nextLink' : '@odata.deltaLink']: link } };
}

function cursorOf(graph: FakeGraph): string {
  return `${graph.url}/v1.0/delta?$deltatoken=kept#surname`;
}

describe('a round of the contacts delta', () => {
  it('follows the links as they are to the end, over empty pages too', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      page(graph, [], 'one'),
      page(graph, [contactBody('a', { surname: 'Byron', '@odata.type': '#microsoft.graph.contact' })], 'two'),
      page(graph, [], 'three'),
      page(graph, [{ id: 'b', '@removed': { reason: 'deleted' } }]),
    );
    const round = await graph.mailbox.readRound(folder, null, ['surname']);
    expect(round).toEqual({
      kind: 'round',
      contacts: [
        {
          id: 'a',
          etag: 'W/"a-1"',
          parentFolderId: 'folder',
          modified: '2026-01-02T03:04:05Z',
          properties: { surname: 'Byron' },
        },
      ],
      tombstones: ['b'],
      malformed: [],
      cursor: `${graph.url}/v1.0/delta?$deltatoken=end#surname`,
    });
    expect(graph.requests.map(({ url }) => url)).toEqual([
      '/v1.0/users/ada/contactFolders/folder/contacts/delta?$select=surname,parentFolderId,lastModifiedDateTime',
      '/v1.0/delta?$skiptoken=one',
      '/v1.0/delta?$skiptoken=two',
      '/v1.0/delta?$skiptoken=three',
    ]);
    const preferences = new Set(graph.requests.map(({ headers }) => headers.prefer));
    expect(preferences).toEqual(new Set(['IdType="ImmutableId", odata.maxpagesize=100']));
  });

  it('takes the last word on each contact', async () => {
    const graph = await startFakeGraph();
    const removed = { '@removed': { reason: 'deleted' } };
    graph.answer(
      page(graph, [contactBody('a', { surname: 'old' }), contactBody('b'), { id: 'c', ...removed }], 'two'),
      page(graph, [contactBody('a', { surname: 'new' }), { id: 'b', ...removed }, contactBody('c')]),
    );
    const round = await graph.mailbox.readRound(folder, cursorOf(graph), ['surname']);
    expect(round).toMatchObject({
      contacts: [{ id: 'a', properties: { surname: 'new' } }, { id: 'c' }],
      tombstones: ['b'],
    });
  });

  it('reads in full what came in part, and tells what is gone or unreadable by then', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      page(graph, [
        { id: 'a', surname: 'part' },
        { id: 'b' },
        { id: 'c' },
        { ...contactBody('d'), '@odata.etag': undefined },
      ]),
      (request) => {
        const bodies = [
          { status: 200, body: contactBody('a', { surname: 'whole' }) },
          { status: 404, body: errorBody('ErrorItemNotFound') },
          { status: 400, body: errorBody('ErrorInvalidIdMalformed') },
          { status: 200, body: contactBody('d') },
        ];
        return { body: { responses: membersOf(request).map(({ id }, place) => ({ id, ...bodies[place] })) } };
      },
    );
    const round = await graph.mailbox.readRound(folder, cursorOf(graph), ['surname']);
    expect(round).toMatchObject({
      contacts: [
        { id: 'a', properties: { surname: 'whole' } },
        { id: 'd', etag: 'W/"d-1"' },
      ],
      tombstones: ['b'],
      malformed: [{ id: 'c' }],
    });
  });

  it('tells malformed items without their values, and takes the others', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      page(graph, [
        { parentFolderId: 'folder', givenName: 'without id' },
        contactBody('b', { emailAddresses: 'ada@contoso.example' }),
        contactBody('c', { mobilePhone: { number: 1 } }),
        contactBody('d', { businessAddress: {}, homePhones: [], nickName: null, birthday: '' }),
        'nonsense',
        null,
      ]),
    );
    const round = await graph.mailbox.readRound(folder, null, ['givenName']);
    expect(round).toMatchObject({
      contacts: [{ id: 'd' }],
      malformed: [
        { id: null, detail: 'unreadable: id' },
        { id: null, detail: 'unreadable: the item' },
        { id: null, detail: 'unreadable: the item' },
        { id: 'b', detail: 'unreadable: emailAddresses' },
        { id: 'c', detail: 'unreadable: mobilePhone' },
      ],
    });
  });

  it.each([
    ['410', 410, 'SyncStateNotFound'],
    ['410 with another code', 410, 'fullSyncRequired'],
    ['400 for a bad token', 400, 'BadRequest'],
    ['400 with a code in another case', 400, 'syncstateinvalid'],
    ['404 with the code of a cursor', 404, 'resyncRequired'],
  ])('finds a cursor dead by %s, kept or in the middle', async (_, status, code) => {
    const graph = await startFakeGraph();
    const dead = { status, body: errorBody(code) };
    graph.answer(dead, page(graph, [contactBody('a')], 'two'), dead);
    expect(await graph.mailbox.readRound(folder, cursorOf(graph), [])).toEqual({ kind: 'cursorDead' });
    expect(await graph.mailbox.readRound(folder, null, [])).toEqual({ kind: 'cursorDead' });
  });

  it.each([
    ['the mailbox is out of scope', 403, 'ErrorAccessDenied', { code: 'TDM-M-DENIED' }],
    ['the mailbox is gone', 404, 'ErrorInvalidUser', { code: 'TDM-M-NOT-FOUND' }],
    ['the mailbox is inactive', 404, 'MailboxNotEnabledForRESTAPI', { code: 'TDM-M-INACTIVE' }],
    ['the service fails', 500, 'InternalServerError', { name: 'Throttled' }],
  ])('keeps its cursor when %s', async (_, status, code, error) => {
    const graph = await startFakeGraph();
    graph.answer(...Array.from({ length: 10 }, () => ({ status, body: errorBody(code) })));
    await expect(graph.mailbox.readRound(folder, cursorOf(graph), [])).rejects.toMatchObject(error);
  });

  it.each(['ErrorSyncFolderNotFound', 'ErrorItemNotFound'])(
    'finds the folder gone by 404 %s',
    async (code) => {
      const graph = await startFakeGraph();
      const gone = { status: 404, body: errorBody(code) };
      graph.answer(gone, gone);
      expect(await graph.mailbox.readRound(folder, null, [])).toEqual({ kind: 'folderGone' });
      expect(await graph.mailbox.readRound(folder, cursorOf(graph), [])).toEqual({ kind: 'folderGone' });
    },
  );

  it('asks once more without a selection when the first call is refused', async () => {
    const graph = await startFakeGraph();
    const refused = { status: 400, body: errorBody('ErrorInvalidUrlQuery') };
    graph.answer(refused, page(graph, [contactBody('a', { surname: 'Byron', title: 'Ms' })]));
    const round = await graph.mailbox.readRound(folder, null, ['surname']);
    expect(round).toMatchObject({ contacts: [{ properties: { surname: 'Byron' } }] });
    expect(graph.requests[1]?.url).toBe('/v1.0/users/ada/contactFolders/folder/contacts/delta');
    graph.answer(refused, refused);
    await expect(graph.mailbox.readRound(folder, null, [])).rejects.toMatchObject({
      code: 'TDM-B-UNEXPECTED',
    });
  });

  it('halves the pages that the service cannot make in time', async () => {
    const graph = await startFakeGraph();
    graph.answer({ status: 504 }, { status: 503 }, page(graph, [], 'two'), page(graph, []));
    await graph.mailbox.readRound(folder, null, []);
    expect(
      graph.requests.map(({ headers }) => /maxpagesize=(\d+)/.exec(String(headers.prefer))?.[1]),
    ).toEqual(['100', '50', '25', '25']);
  });

  it('repeats the page whose token has expired', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      page(graph, [contactBody('a')], 'two'),
      { status: 401, body: errorBody('InvalidAuthenticationToken') },
      page(graph, [contactBody('b')]),
    );
    const round = await graph.mailbox.readRound(folder, null, []);
    expect(round).toMatchObject({ contacts: [{ id: 'a' }, { id: 'b' }] });
    expect(graph.requests.map(({ url }) => url).slice(1)).toEqual(
      Array(2).fill('/v1.0/delta?$skiptoken=two'),
    );
  });

  it.each(['@odata.nextLink', '@odata.deltaLink'])(
    'never follows nor keeps a %s to another host',
    async (name) => {
      const graph = await startFakeGraph();
      graph.answer({ body: { value: [], [name]: 'https://graph.microsoft.com.example/v1.0/delta' } });
      await expect(graph.mailbox.readRound(folder, null, [])).rejects.toMatchObject({ code: 'TDM-X-ANSWER' });
      expect(graph.requests).toHaveLength(1);
    },
  );

  it('goes on from a cursor that brings more properties than are asked for', async () => {
    const graph = await startFakeGraph();
    graph.answer(page(graph, []), page(graph, []));
    const round = await graph.mailbox.readRound(folder, null, ['surname', 'nickName']);
    const cursor = round.kind === 'round' ? round.cursor : '';
    expect(await graph.mailbox.readRound(folder, cursor, ['nickName'])).toMatchObject({ kind: 'round' });
    expect(graph.requests[1]?.url).toBe('/v1.0/delta?$deltatoken=end');
  });

  it('takes a kept cursor that brings fewer properties for dead, since the others would read as emptied', async () => {
    const graph = await startFakeGraph();
    const round = graph.mailbox.readRound(folder, cursorOf(graph), ['surname', 'nickName']);
    expect(await round).toEqual({ kind: 'cursorDead' });
    expect(graph.requests).toHaveLength(0);
  });

  it('takes a kept cursor of another host for dead without sending anything', async () => {
    const graph = await startFakeGraph();
    for (const cursor of [
      'https://evil.example/v1.0/delta',
      graph.url.replace('//', '//user@'),
      'nonsense',
    ]) {
      expect(await graph.mailbox.readRound(folder, cursor, [])).toEqual({ kind: 'cursorDead' });
    }
    expect(graph.requests).toHaveLength(0);
  });

  it.each([
    ['has no link', { value: [] }],
    ['has no items', { '@odata.deltaLink': 'x' }],
  ])('is a fault when a page %s', async (_, body) => {
    const graph = await startFakeGraph();
    graph.answer({ body });
    await expect(graph.mailbox.readRound(folder, null, [])).rejects.toMatchObject({ code: 'TDM-X-ANSWER' });
  });

  it('is a fault when its pages go round in a circle', async () => {
    const graph = await startFakeGraph();
    graph.answer(page(graph, [], 'one'), page(graph, [], 'two'), page(graph, [], 'one'));
    await expect(graph.mailbox.readRound(folder, null, [])).rejects.toMatchObject({ code: 'TDM-X-ANSWER' });
  });
});
