import { describe, expect, it } from 'vitest';
import type { ExchangeId, FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { errorBody, startFakeGraph } from './testing/fake-graph.ts';

const item = { id: as<ExchangeId>('a'), etag: null };
const folder = as<FolderId>('folder');
type Verb = 'create' | 'update' | 'delete';

/** What one write comes to when the service goes on with this answer. */
async function refusalOf(verb: Verb, status: number, code: string, message = '') {
  const graph = await startFakeGraph();
  graph.answer(...Array.from({ length: 10 }, () => ({ status, body: errorBody(code, message) })));
  const [outcome] = await write(verb);
  return {
    refusal: outcome?.ok === false ? outcome.refusal : { kind: 'done' },
    requests: graph.requests.length,
  };

  function write(what: Verb) {
    const properties = { surname: 'Byron' };
    if (what === 'create') return graph.mailbox.createContacts(folder, [{ properties, marker: 'm' }]);
    return what === 'update'
      ? graph.mailbox.updateContacts([{ ...item, properties }])
      : graph.mailbox.deleteContacts([item]);
  }
}

describe('a write that Exchange did not carry out', () => {
  it.each<[Verb, number, string, string]>([
    ['update', 412, 'ErrorIrresolvableConflict', 'stale'],
    ['update', 409, 'ErrorIrresolvableConflict', 'stale'],
    ['update', 409, 'errorConcurrentItemSave', 'stale'],
    ['delete', 412, 'ErrorIrresolvableConflict', 'stale'],
    ['create', 409, 'ErrorConcurrentItemSave', 'later'],
    ['update', 404, 'ErrorItemNotFound', 'gone'],
    ['create', 404, 'ErrorItemNotFound', 'gone'],
    ['delete', 404, 'ErrorItemNotFound', 'done'],
    ['delete', 403, 'ErrorCannotDeleteObject', 'done'],
    ['update', 404, 'SomethingElse', 'refused'],
    ['delete', 404, 'SomethingElse', 'refused'],
    ['delete', 400, 'ErrorInvalidRequest', 'refused'],
    ['update', 403, 'ErrorQuotaExceeded', 'refused'],
    ['update', 500, 'ErrorCorruptData', 'refused'],
    ['update', 500, 'ErrorInternalServerTransientError', 'later'],
    ['update', 504, 'UnknownError', 'later'],
    ['delete', 503, 'UnknownError', 'later'],
    ['create', 503, 'UnknownError', 'later'],
    ['create', 429, 'ApplicationThrottled', 'later'],
    ['create', 504, 'UnknownError', 'unknown'],
    ['create', 502, 'UnknownError', 'unknown'],
    ['create', 500, 'InternalServerError', 'unknown'],
  ])('%s, %i %s: is %s', async (verb, status, code, kind) => {
    expect((await refusalOf(verb, status, code)).refusal).toMatchObject({ kind });
  });

  it('tells code, message and the properties that the message names', async () => {
    const message =
      'The multi value property EmailAddresses has 4 entries, that exceeds the max allowed value of 3';
    const { refusal, requests } = await refusalOf('create', 400, 'ErrorInvalidRequest', message);
    expect(refusal).toEqual({
      kind: 'refused',
      code: 'ErrorInvalidRequest',
      message,
      fields: ['emailAddresses'],
    });
    expect(requests).toBe(1);
  });

  it.each([
    ["The property 'homeFax' does not exist on type 'microsoft.graph.contact'.", []],
    ["Cannot convert the value of property 'birthday' to the expected type.", ['birthday']],
    ['At least one property failed validation: jobTitle is longer than 255 characters.', ['jobTitle']],
    ['The title of this page is Error', []],
  ])('reads "%s" as naming %j', async (message, fields) => {
    expect((await refusalOf('update', 400, 'ErrorInvalidRequest', message)).refusal).toMatchObject({
      fields,
    });
  });

  it('takes a delete that is refused with 400 for done when the contact is not there', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      { status: 400, body: errorBody('ErrorInvalidRequest') },
      { status: 404, body: errorBody('ErrorItemNotFound') },
    );
    expect(await graph.mailbox.deleteContacts([item])).toEqual([{ ok: true, done: null }]);
  });
});
