import { describe, expect, it } from 'vitest';
import { sample, shapeOf } from './shape.ts';
import { emulated } from './target.ts';
import { contactPath, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();

interface BatchAnswer {
  responses: { id: string; status: number; body: unknown }[];
}

describe('answers have the shape of the documented samples', () => {
  it('a created contact folder', async () => {
    const { graph, folder } = workspace;
    const created = await graph('POST', `${folder}/childFolders`, {
      body: { displayName: 'Important contacts' },
    });
    expect(shapeOf(created.body)).toMatchObject(shapeOf(sample('01-contact-folder-created.json')) as object);
  });

  it('a page of contacts delta', async () => {
    const { graph, folder } = workspace;
    for (const givenName of ['A', 'B']) {
      const body = { givenName, initials: 'I', birthday: '2016-10-19T10:37:00Z', fileAs: 'F' };
      await graph('POST', `${folder}/contacts`, { body });
    }
    const page = await graph('GET', `${folder}/contacts/delta`, { prefer: 'odata.maxpagesize=1' });
    expect(shapeOf(page.body)).toMatchObject(shapeOf(sample('08-contact-delta-doc-page.json')) as object);
  });

  it('an item with an expanded extended property', async () => {
    const { graph, folder } = workspace;
    const message = sample<Record<string, unknown>>('09-extended-property-get.json');
    const [property] = message.singleValueExtendedProperties as { id: string }[];
    const made = await graph('POST', `${folder}/contacts`, {
      body: { singleValueExtendedProperties: [property] },
    });
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${property?.id ?? ''}')`);
    const read = await graph('GET', `${contactPath(workspace, made.body.id)}?$expand=${expand}`);
    const keys = ['@odata.context', '@odata.etag', 'id', 'singleValueExtendedProperties@odata.context'];
    for (const key of keys) expect(typeof read.body[key]).toBe(typeof message[key]);
    expect(read.body.singleValueExtendedProperties).toEqual(message.singleValueExtendedProperties);
  });

  it('a batch whose members depend on each other', async () => {
    const { graph, folder } = workspace;
    const { requests } = sample<{ requests: object[] }>('27-batch-request-dependson.json');
    const body = { requests: requests.map((member) => ({ ...member, url: folder })) };
    const batch = (await graph('POST', '/$batch', { body })).body as unknown as BatchAnswer;
    expect(batch.responses.map(({ id, status }) => `${id} ${status}`).toSorted()).toEqual([
      '1 200',
      '2 200',
      '3 200',
      '4 200',
    ]);
  });

  it('the answer of a batch: a list, an error and an empty answer', async () => {
    const { graph, folder, user } = workspace;
    const made = await graph('POST', `${folder}/contacts`, { body: { surname: 'Away' } });
    const headers = { Prefer: 'IdType="ImmutableId"' };
    const requests = [
      { id: '2', method: 'GET', url: `${folder}/contacts?$top=1&$filter=surname eq 'nobody'` },
      { id: '3', method: 'GET', url: `${user}/contacts/nonsense` },
      { id: '4', method: 'DELETE', url: contactPath(workspace, made.body.id), headers },
    ];
    const batch = (await graph('POST', '/$batch', { body: { requests } })).body as unknown as BatchAnswer;
    for (const documented of sample<BatchAnswer>('28-batch-response-mixed.json').responses) {
      const answered = batch.responses.find(({ id }) => id === documented.id);
      if (answered) expect(shapeOf(answered)).toMatchObject(shapeOf(documented) as object);
    }
    expect(batch.responses).toHaveLength(3);
  });

  it.runIf(emulated)('a throttled request', async () => {
    const { graph, folder, target } = workspace;
    await target.control.settings.change({ limits: { requestsPerWindow: 1 } });
    await graph('GET', folder);
    const throttled = await graph('GET', folder);
    await target.control.settings.change({ limits: { requestsPerWindow: 10_000 } });
    expect(throttled.status).toBe(429);
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    expect(shapeOf(throttled.body)).toEqual(shapeOf(sample('29-error-429.json')));
  });
});
