import { describe, expect, it } from 'vitest';
import { errorBody, startFakeGraph } from './testing/fake-graph.ts';

const missing = { status: 404, body: errorBody('ErrorItemNotFound', 'Default folder Contacts not found.') };

describe('looking for a folder', () => {
  it('is a fault of the mailbox when that has no contacts folder at all', async () => {
    const graph = await startFakeGraph();
    graph.answer(missing);
    await expect(graph.mailbox.findFolders('Salesforce_Sync')).rejects.toMatchObject({
      code: 'TDM-M-INACTIVE',
    });
  });

  it('goes on when another folder is deleted meanwhile', async () => {
    const graph = await startFakeGraph();
    const folders = ['Friends', 'Salesforce_Sync'].map((displayName) => ({ id: displayName, displayName }));
    graph.answer({ body: { value: folders } }, ({ url }) =>
      url.includes('Friends') ? missing : { body: { value: [] } },
    );
    graph.answer(({ url }) => (url.includes('Friends') ? missing : { body: { value: [] } }));
    expect(await graph.mailbox.findFolders('Salesforce_Sync')).toEqual(['Salesforce_Sync']);
  });
});
