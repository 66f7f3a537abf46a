import { describe, expect, it } from 'vitest';
import { contactPath, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const ID = 'String {7f3c9a50-1b7e-4f0c-9a3d-2c6f8e5b4d10} Name ContractMarker';
const expand = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${ID}')`)}`;

const marked = async (surname: string, value: string) => {
  const body = { surname, singleValueExtendedProperties: [{ id: ID, value }] };
  return (await workspace.graph('POST', `${workspace.folder}/contacts`, { body })).body;
};

describe('a marker in a single-value extended property', () => {
  it('is not echoed by the create, and comes with $expand', async () => {
    const created = await marked('Marked', 'record-1');
    expect(created).not.toHaveProperty('singleValueExtendedProperties');
    const read = await workspace.graph('GET', `${contactPath(workspace, created.id)}?${expand}`);
    expect(read.body.singleValueExtendedProperties).toEqual([{ id: ID, value: 'record-1' }]);
  });

  it('finds the contact again in a list', async () => {
    const created = await marked('Findable', 'record-2');
    await marked('Other', 'record-3');
    const filter = encodeURIComponent(
      `singleValueExtendedProperties/Any(ep: ep/id eq '${ID}' and ep/value eq 'record-2')`,
    );
    const found = await workspace.graph('GET', `${workspace.folder}/contacts?$filter=${filter}&${expand}`);
    expect(found.body.value).toMatchObject([
      { id: created.id, singleValueExtendedProperties: [{ id: ID, value: 'record-2' }] },
    ]);
  });

  it('is absent from a contact that has none, and stays when other things change', async () => {
    const created = await marked('Stays', 'record-4');
    await workspace.graph('PATCH', contactPath(workspace, created.id), { body: { jobTitle: 'x' } });
    const kept = await workspace.graph('GET', `${contactPath(workspace, created.id)}?${expand}`);
    expect(kept.body.singleValueExtendedProperties).toEqual([{ id: ID, value: 'record-4' }]);
    const plain = await workspace.graph('POST', `${workspace.folder}/contacts`, {
      body: { surname: 'Plain' },
    });
    const read = await workspace.graph('GET', `${contactPath(workspace, plain.body.id)}?${expand}`);
    expect(read.body).not.toHaveProperty('singleValueExtendedProperties');
  });

  it('is changed by a PATCH that names it', async () => {
    const created = await marked('Changed', 'record-5');
    const body = { singleValueExtendedProperties: [{ id: ID, value: 'record-6' }] };
    expect((await workspace.graph('PATCH', contactPath(workspace, created.id), { body })).status).toBe(200);
    const read = await workspace.graph('GET', `${contactPath(workspace, created.id)}?${expand}`);
    expect(read.body.singleValueExtendedProperties).toEqual([{ id: ID, value: 'record-6' }]);
  });
});

describe('an extended property of a contact folder', () => {
  it('is written by a PATCH that leaves the name alone, comes with $expand, and is absent from other folders', async () => {
    const folder = `${workspace.folder}?${expand}`;
    expect((await workspace.graph('GET', folder)).body).not.toHaveProperty('singleValueExtendedProperties');
    const { displayName } = (await workspace.graph('GET', workspace.folder)).body;
    const body = { singleValueExtendedProperties: [{ id: ID, value: 'org-1' }] };
    expect((await workspace.graph('PATCH', workspace.folder, { body })).status).toBe(200);
    expect((await workspace.graph('GET', folder)).body).toMatchObject({ displayName, ...body });
  });
});
