import { describe, expect, it } from 'vitest';
import { emulated } from './target.ts';
import { contactPath, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const first = () => `${workspace.folder}/contacts/delta?$select=displayName,surname`;

interface Round {
  items: Record<string, unknown>[];
  deltaLink: string;
  pages: number;
}

/** Follows the links to the end of a round. */
async function round(start: string, size = 50): Promise<Round> {
  const items: Record<string, unknown>[] = [];
  let path: string | undefined = start;
  let pages = 0;
  let deltaLink = '';
  while (path !== undefined) {
    const page = await workspace.graph('GET', path, { prefer: `odata.maxpagesize=${size}` });
    expect(page.status).toBe(200);
    items.push(...(page.body.value ?? []));
    pages += 1;
    path = page.body['@odata.nextLink'] as string | undefined;
    deltaLink = (page.body['@odata.deltaLink'] as string | undefined) ?? deltaLink;
  }
  return { items, deltaLink, pages };
}

const create = async (surname: string) =>
  (await workspace.graph('POST', `${workspace.folder}/contacts`, { body: { surname } })).body;

describe('contacts delta', () => {
  it('tells all, then nothing, then what changed and what was deleted', async () => {
    const [one, two] = [await create('One'), await create('Two')];
    const all = await round(first());
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, two.id]));
    const idle = await round(all.deltaLink);
    expect(idle.items).toEqual([]);
    await workspace.graph('PATCH', contactPath(workspace, one.id), { body: { surname: 'Changed' } });
    await workspace.graph('DELETE', contactPath(workspace, two.id));
    const changed = await round(idle.deltaLink);
    expect(changed.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: one.id,
          surname: 'Changed',
          '@odata.etag': expect.any(String) as string,
        }),
        expect.objectContaining({ id: two.id, '@removed': { reason: 'deleted' } }),
      ]),
    );
  });

  it('gives a new deltaLink each round, also when nothing changed', async () => {
    const all = await round(first());
    expect((await round(all.deltaLink)).deltaLink).not.toBe(all.deltaLink);
  });

  it('shows the selected properties, id, type and etag of a live item', async () => {
    const created = await create('Selected');
    const item = (await round(first())).items.find(({ id }) => id === created.id);
    expect(Object.keys(item ?? {}).toSorted()).toEqual([
      '@odata.etag',
      '@odata.type',
      'displayName',
      'id',
      'surname',
    ]);
  });

  it('answers a token that is none with 400 Badly formed token', async () => {
    const answer = await workspace.graph('GET', `${workspace.folder}/contacts/delta?$deltatoken=nonsense`);
    expect([answer.status, answer.body.error?.message]).toEqual([400, 'Badly formed token.']);
  });

  it('fails with 500 on $expand', async () => {
    const expand = encodeURIComponent("singleValueExtendedProperties($filter=id eq 'String 0x3A24')");
    const answer = await workspace.graph('GET', `${workspace.folder}/contacts/delta?$expand=${expand}`);
    expect(answer.status).toBe(500);
  });

  it.runIf(emulated)(
    'pages by maxpagesize, and each item comes once when nothing moves meanwhile',
    async () => {
      for (const surname of ['P1', 'P2', 'P3', 'P4', 'P5']) await create(surname);
      const all = await round(first(), 2);
      expect(all.pages).toBe(Math.ceil(all.items.length / 2));
      expect(new Set(all.items.map(({ id }) => id)).size).toBe(all.items.length);
    },
  );

  it.runIf(emulated)(
    'shows a move out as a removal and in the other folder as the same immutable id',
    async () => {
      const { people } = workspace.target.control;
      const created = await create('Mover');
      const other = await people.createFolder(workspace.target.mailbox, 'Elsewhere');
      const otherDelta = `${workspace.user}/contactFolders/${encodeURIComponent(other.id)}/contacts/delta`;
      const [here, there] = [await round(first()), await round(otherDelta)];
      await people.moveContact(workspace.target.mailbox, String(created.id), other.id);
      expect((await round(here.deltaLink)).items).toMatchObject([
        { id: created.id, '@removed': { reason: 'deleted' } },
      ]);
      expect((await round(there.deltaLink)).items).toMatchObject([{ id: created.id, surname: 'Mover' }]);
      const read = await workspace.graph('GET', contactPath(workspace, created.id));
      expect([read.status, read.body.parentFolderId]).toEqual([200, other.id]);
    },
  );

  it.runIf(emulated)('forgets a cursor three generations old with 410 SyncStateNotFound', async () => {
    let newest = await round(first());
    const old = newest.deltaLink;
    for (let rounds = 0; rounds < 3; rounds += 1) newest = await round(newest.deltaLink);
    const answer = await workspace.graph('GET', old);
    expect([answer.status, answer.body.error?.code]).toEqual([410, 'SyncStateNotFound']);
    expect(answer.body.error?.message).toMatch(
      /^The sync state generation is not found; generation=\d+;\[highest=\d+\](\[\d+\]){3}\.$/,
    );
    expect((await workspace.graph('GET', newest.deltaLink)).status).toBe(200);
  });

  it.runIf(emulated)('says 404 for the cursor of a folder that was deleted', async () => {
    const { people } = workspace.target.control;
    const doomed = await people.createFolder(workspace.target.mailbox, 'Doomed');
    const path = `${workspace.user}/contactFolders/${encodeURIComponent(doomed.id)}/contacts/delta`;
    const { deltaLink } = await round(path);
    await people.deleteFolder(workspace.target.mailbox, doomed.id);
    const answer = await workspace.graph('GET', deltaLink);
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'ErrorSyncFolderNotFound']);
  });
});
