import { describe, expect, it } from 'vitest';
import type { ExchangeId, FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { ScriptedAnswer, SeenRequest } from './testing/fake-graph.ts';
import { contactBody, errorBody, membersOf, startFakeGraph } from './testing/fake-graph.ts';

const folder = as<FolderId>('folder');
const unknown = { ok: false, refusal: { kind: 'unknown' } };

/** New contacts by their markers. */
function fresh(...markers: readonly string[]) {
  return markers.map((marker) => ({ properties: { displayName: marker }, marker }));
}

function patches(...ids: readonly string[]) {
  return ids.map((id) => ({ id: as<ExchangeId>(id), etag: `W/"${id}-0"`, properties: { surname: 'Byron' } }));
}

/** Answers each member of a batch, the last one first. */
function each(answer: (member: ReturnType<typeof membersOf>[number], place: number) => object) {
  return (request: SeenRequest): ScriptedAnswer => {
    const responses = membersOf(request).map((member, place) => ({
      id: member.id,
      ...answer(member, place),
    }));
    return { body: { responses: responses.reverse() } };
  };
}

const created = each((member) => ({ status: 201, body: contactBody(String(member.body?.displayName)) }));

describe('a batch', () => {
  it('carries twenty members, each with its own headers, and its answers are read by id', async () => {
    const graph = await startFakeGraph();
    graph.answer(created, created);
    const markers = Array.from({ length: 23 }, (_, number) => `m${number}`);
    const outcomes = await graph.mailbox.createContacts(folder, fresh(...markers));
    expect(outcomes.map((outcome) => outcome.ok && outcome.done.id)).toEqual(markers);
    expect(graph.requests.map((request) => membersOf(request).length)).toEqual([20, 3]);
    expect(membersOf(graph.requests[0])[0]).toMatchObject({
      method: 'POST',
      url: '/users/ada/contactFolders/folder/contacts',
      headers: { Prefer: 'IdType="ImmutableId"', 'Content-Type': 'application/json' },
      body: {
        singleValueExtendedProperties: [
          { id: 'String {7d3c1f5e-52b4-4e0b-9c55-0f6f7a1d2b68} Name TandemRecord', value: 'm0' },
        ],
      },
    });
  });

  it('is not needed for one item', async () => {
    const graph = await startFakeGraph();
    graph.answer({ body: contactBody('a') });
    await graph.mailbox.updateContacts(patches('a'));
    expect(graph.requests[0]).toMatchObject({ method: 'PATCH', url: '/v1.0/users/ada/contacts/a' });
    expect(graph.requests[0]?.headers['if-match']).toBe('W/"a-0"');
  });

  it('repeats only the throttled members, after the longest wait that they were told', async () => {
    const graph = await startFakeGraph();
    const waits = ['1', '4', undefined];
    graph.answer(
      each((member, place) =>
        place < 2
          ? { status: 429, headers: { 'Retry-After': waits[place] }, body: errorBody('ApplicationThrottled') }
          : { status: 201, body: contactBody(String(member.body?.displayName)) },
      ),
      created,
    );
    const outcomes = await graph.mailbox.createContacts(folder, fresh('a', 'b', 'c'));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(graph.clock.waits).toEqual([4_000]);
    expect(membersOf(graph.requests[1]).map(({ body }) => body?.displayName)).toEqual(['a', 'b']);
  });

  it('leaves a create unknown whose member is missing in the answer, and takes the others', async () => {
    const graph = await startFakeGraph();
    graph.answer((request) => {
      const [first] = membersOf(request);
      return { body: { responses: [{ id: first?.id, status: 201, body: contactBody('a') }] } };
    });
    const [first, second] = await graph.mailbox.createContacts(folder, fresh('a', 'b'));
    expect(first?.ok).toBe(true);
    expect(second).toEqual(unknown);
    expect(graph.requests).toHaveLength(1);
  });

  it.each([
    ['was lost', { cut: true }],
    ['is half an answer', { body: '{"responses":[{"id":"0","sta' }],
    ['is a page of a proxy', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['has another shape', { body: { value: [] } }],
    ['is 504', { status: 504 }],
    ['is 500', { status: 500, body: errorBody('InternalServerError') }],
  ])('leaves all its creates unknown when its answer %s', async (_, answer) => {
    const graph = await startFakeGraph();
    graph.answer(answer, created);
    expect(await graph.mailbox.createContacts(folder, fresh('a', 'b'))).toEqual([unknown, unknown]);
    expect(graph.requests).toHaveLength(1);
  });

  it.each([
    ['429', { status: 429, headers: { 'retry-after': '3' }, body: errorBody('TooManyRequests') }],
    ['503 without a body', { status: 503, headers: { 'retry-after': '3' } }],
  ])('is repeated when the whole of it gets %s, creates too', async (_, answer) => {
    const graph = await startFakeGraph();
    graph.answer(answer, created);
    const outcomes = await graph.mailbox.createContacts(folder, fresh('a', 'b'));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(graph.clock.waits).toEqual([3_000]);
  });

  it('repeats updates whose answer was lost; those carried out come back stale', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      { cut: true },
      each((_, place) =>
        place === 0
          ? { status: 412, body: errorBody('ErrorIrresolvableConflict') }
          : { status: 200, body: contactBody('b') },
      ),
    );
    const outcomes = await graph.mailbox.updateContacts(patches('a', 'b'));
    expect(outcomes).toMatchObject([
      { ok: false, refusal: { kind: 'stale' } },
      { ok: true, done: { id: 'b' } },
    ]);
  });

  it('repeats a member that fails in passing, and gives up in time', async () => {
    const graph = await startFakeGraph();
    const failing = each((_, place) =>
      place === 0
        ? { status: 503, headers: { 'retry-after': '9' }, body: errorBody('UnknownError') }
        : { status: 200, body: contactBody('b') },
    );
    graph.answer(failing, failing, failing);
    const outcomes = await graph.mailbox.updateContacts(patches('a', 'b'));
    expect(outcomes).toMatchObject([
      { ok: false, refusal: { kind: 'later', code: 'UnknownError', retryAfterMs: 9_000 } },
      { ok: true },
    ]);
    expect(graph.requests.map((request) => membersOf(request).length)).toEqual([2, 1, 1]);
    expect(graph.clock.waits).toEqual([9_000, 9_000]);
  });

  it('repeats a member whose token was refused once, and is a fault when that goes on', async () => {
    const graph = await startFakeGraph();
    const refused = each(() => ({ status: 401, body: errorBody('InvalidAuthenticationToken') }));
    graph.answer(refused, created, refused, refused);
    const outcomes = await graph.mailbox.createContacts(folder, fresh('a', 'b'));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await expect(graph.mailbox.createContacts(folder, fresh('c', 'd'))).rejects.toMatchObject({
      code: 'TDM-X-DENIED',
    });
  });

  it('keeps what an earlier batch came to when the mailbox cannot be opened any more', async () => {
    const graph = await startFakeGraph();
    const denied = each(() => ({ status: 403, body: errorBody('ErrorAccessDenied') }));
    graph.answer(created, denied, denied);
    const outcomes = await graph.mailbox.createContacts(folder, fresh(...'abcdefghijklmnopqrstuv'));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, refusal: { kind: 'later', code: 'TDM-M-DENIED' } });
    await expect(graph.mailbox.updateContacts(patches('a', 'b'))).rejects.toMatchObject({
      code: 'TDM-M-DENIED',
    });
  });

  it('keeps what an earlier batch came to when the token is refused', async () => {
    const graph = await startFakeGraph();
    const refused = { status: 401, body: errorBody('InvalidAuthenticationToken') };
    graph.answer(created, refused, refused);
    const outcomes = await graph.mailbox.createContacts(folder, fresh(...'abcdefghijklmnopqrstuv'));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, refusal: { kind: 'later', code: 'TDM-X-DENIED' } });
  });
});

describe('reading contacts by id', () => {
  it('leaves out one that the service cannot give, and takes the others', async () => {
    const graph = await startFakeGraph();
    const corrupt = { status: 500, body: errorBody('ErrorCorruptData') };
    const missing = { status: 404, body: errorBody('ErrorItemNotFound') };
    graph.answer(
      each((_, place) => [corrupt, missing, { status: 200, body: contactBody('c') }][place] ?? {}),
    );
    const ids = ['a', 'b', 'c'].map((id) => as<ExchangeId>(id));
    const found = await graph.mailbox.readContacts(ids, ['surname']);
    expect([...found.keys()]).toEqual(['b', 'c']);
    expect(found.get(as('b'))).toBeNull();
  });

  it('never takes a 404 of the mailbox for one of its items', async () => {
    const graph = await startFakeGraph();
    graph.answer(each(() => ({ status: 404, body: errorBody('ErrorInvalidUser') })));
    const ids = ['a', 'b'].map((id) => as<ExchangeId>(id));
    await expect(graph.mailbox.readContacts(ids, [])).rejects.toMatchObject({ code: 'TDM-M-NOT-FOUND' });
  });
});
