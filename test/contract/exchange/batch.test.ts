import { describe, expect, it } from 'vitest';
import { emulated } from './target.ts';
import { contactPath, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();

interface Member {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown> | null;
}

const send = async (requests: object[]) => workspace.graph('POST', '/$batch', { body: { requests } });
const answers = async (requests: object[]) => {
  const batch = await send(requests);
  expect(batch.status).toBe(200);
  return new Map((batch.body.responses as Member[]).map((member) => [member.id, member]));
};
const create = (id: string, body: object) => ({
  id,
  method: 'POST',
  url: `${workspace.folder}/contacts`,
  headers: { 'Content-Type': 'application/json', Prefer: 'IdType="ImmutableId"' },
  body,
});

describe('a batch', () => {
  it('answers each member by its id, with status, headers and body', async () => {
    const members = await answers([
      create('a', { surname: 'A' }),
      { id: 'b', method: 'GET', url: workspace.folder },
    ]);
    expect(members.get('a')).toMatchObject({ status: 201, body: { surname: 'A' } });
    expect(members.get('b')).toMatchObject({ status: 200, body: { id: workspace.folderId } });
    expect(members.get('a')?.headers).toHaveProperty('Content-Type');
  });

  it('takes Prefer from the member, not from the batch', async () => {
    const { headers: _headers, ...plain } = create('plain', { surname: 'P' });
    const members = await answers([
      create('immutable', { surname: 'I' }),
      { ...plain, headers: { 'Content-Type': 'application/json' } },
    ]);
    const id = members.get('immutable')?.body?.id;
    expect((await workspace.graph('GET', contactPath(workspace, id))).status).toBe(200);
    expect(String(members.get('plain')?.body?.id).length).toBeGreaterThan(String(id).length);
  });

  it('fails one member and carries the others out', async () => {
    const members = await answers([create('good', { surname: 'G' }), create('bad', { nonsense: 1 })]);
    expect([members.get('good')?.status, members.get('bad')?.status]).toEqual([201, 400]);
  });

  it('skips what depends on a failed member with 424', async () => {
    const members = await answers([
      create('1', { nonsense: 1 }),
      { ...create('2', { surname: 'Never' }), dependsOn: ['1'] },
    ]);
    expect([members.get('1')?.status, members.get('2')?.status]).toEqual([400, 424]);
  });

  it.each([
    [
      'more than 20 members',
      () => Array.from({ length: 21 }, (_, n) => ({ id: String(n), method: 'GET', url: '/users' })),
    ],
    ['two members of one id', () => [create('1', {}), create('1', {})]],
    ['a body without Content-Type', () => [{ ...create('1', {}), headers: {} }]],
    [
      'an absolute address',
      () => [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/users' }],
    ],
  ])('is refused as a whole for %s', async (_what, requests) => {
    const batch = await send(requests());
    expect(batch.status).toBe(400);
  });

  it.runIf(emulated)('has its members throttled one by one, with Retry-After in each', async () => {
    const { control } = workspace.target;
    await control.settings.change({ quirks: { batchOverflow: true }, latencyMs: 300 });
    const members = await answers(
      Array.from({ length: 6 }, (_, n) => create(String(n), { surname: `T${n}` })),
    );
    await control.settings.change({ quirks: { batchOverflow: false }, latencyMs: 0 });
    const throttled = [...members.values()].filter(({ status }) => status === 429);
    expect(throttled).toHaveLength(2);
    for (const member of throttled) {
      expect(member.headers['Retry-After']).toBe('1');
      expect(member.body).toMatchObject({ error: { code: 'ApplicationThrottled' } });
    }
  });

  it.runIf(emulated)('runs four members at a time, so that 20 for one mailbox all succeed', async () => {
    const { control } = workspace.target;
    await control.settings.change({ latencyMs: 2 });
    const members = await answers(
      Array.from({ length: 20 }, (_, n) => create(String(n), { surname: `F${n}` })),
    );
    await control.settings.change({ latencyMs: 0 });
    expect([...members.values()].every(({ status }) => status === 201)).toBe(true);
  });
});
