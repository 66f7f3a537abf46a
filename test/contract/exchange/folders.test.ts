import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const named = (displayName: string) => ({ body: { displayName } });
const quoted = (name: string) => encodeURIComponent(`displayName eq '${name}'`);

describe('contact folders', () => {
  it('are found by name, renamed and deleted', async () => {
    const { graph, user } = workspace;
    const [before, after] = [`Before ${randomUUID()}`, `After ${randomUUID()}`];
    const created = await graph('POST', `${user}/contactFolders`, named(before));
    expect(created.status).toBe(201);
    const path = `${user}/contactFolders/${encodeURIComponent(String(created.body.id))}`;
    expect((await graph('PATCH', path, named(after))).body).toMatchObject({
      id: created.body.id,
      displayName: after,
    });
    const found = await graph('GET', `${user}/contactFolders?$filter=${quoted(after)}`);
    expect(found.body.value).toMatchObject([
      { id: created.body.id, parentFolderId: created.body.parentFolderId },
    ]);
    expect((await graph('DELETE', path)).status).toBe(204);
    expect((await graph('GET', path)).body.error?.code).toBe('ErrorItemNotFound');
  });

  it('list what stands under the default folder, not that folder itself', async () => {
    const { graph, user, folderId } = workspace;
    const contact = await graph('POST', `${user}/contacts`, { body: { givenName: 'Default' } });
    const listed = await graph('GET', `${user}/contactFolders?$top=999`);
    const ids = listed.body.value?.map(({ id }) => id);
    expect(ids).toContain(folderId);
    expect(ids).not.toContain(contact.body.parentFolderId);
    await graph('DELETE', `${user}/contacts/${encodeURIComponent(String(contact.body.id))}`);
  });

  it('show folders within a folder only as its children', async () => {
    const { graph, user, folder, folderId } = workspace;
    const child = await graph('POST', `${folder}/childFolders`, named('Child'));
    expect(child.body).toMatchObject({ parentFolderId: folderId, displayName: 'Child' });
    expect((await graph('GET', `${folder}/childFolders`)).body.value).toMatchObject([{ id: child.body.id }]);
    const top = await graph('GET', `${user}/contactFolders?$top=999`);
    expect(top.body.value?.map(({ id }) => id)).not.toContain(child.body.id);
  });

  it('refuse a second folder of one name with ErrorFolderExists', async () => {
    const { graph, user } = workspace;
    const name = `Twice ${randomUUID()}`;
    const first = await graph('POST', `${user}/contactFolders`, named(name));
    expect((await graph('POST', `${user}/contactFolders`, named(name))).body.error?.code).toBe(
      'ErrorFolderExists',
    );
    await graph('DELETE', `${user}/contactFolders/${encodeURIComponent(String(first.body.id))}`);
  });

  it('come in pages with a link to the next', async () => {
    const { graph, folder } = workspace;
    for (const name of ['P1', 'P2', 'P3']) await graph('POST', `${folder}/childFolders`, named(name));
    const first = await graph('GET', `${folder}/childFolders?$top=2`);
    const second = await graph('GET', String(first.body['@odata.nextLink']));
    const names = [...(first.body.value ?? []), ...(second.body.value ?? [])].map(
      ({ displayName }) => displayName,
    );
    expect(first.body.value).toHaveLength(2);
    expect(names).toEqual(expect.arrayContaining(['P1', 'P2', 'P3']));
  });

  it('keep their ids whichever form of item ids is asked for', async () => {
    const { graph, folder, folderId } = workspace;
    expect((await graph('GET', folder, { mutableIds: true })).body.id).toBe(folderId);
  });
});
