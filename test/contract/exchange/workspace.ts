import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { graphOf, openTarget } from './target.ts';
import type { Graph, Target } from './target.ts';

/** A folder of the test file's own in the target's mailbox, there between the first and the last test. */
export interface Workspace {
  target: Target;
  graph: Graph;
  /** `/users/{mailbox}`. */
  user: string;
  folderId: string;
  /** `/users/{mailbox}/contactFolders/{id}`. */
  folder: string;
  /** What else is done before the target is left. */
  leaving?: () => Promise<void>;
}

/** Opens the target before the tests of a file; the object is filled by then. */
export function useWorkspace(): Workspace {
  const workspace = {} as Workspace;
  beforeAll(async () => {
    const target = await openTarget();
    const graph = graphOf(target);
    const user = `/users/${encodeURIComponent(target.mailbox)}`;
    const created = await graph('POST', `${user}/contactFolders`, {
      body: { displayName: `Contract ${randomUUID()}` },
    });
    const folderId = created.body.id as string;
    const folder = `${user}/contactFolders/${encodeURIComponent(folderId)}`;
    Object.assign(workspace, { target, graph, user, folderId, folder });
  });
  afterAll(async () => {
    await workspace.leaving?.();
    await workspace.graph('DELETE', workspace.folder);
    await workspace.target.close();
  });
  return workspace;
}

/** Path of a contact by its id. */
export function contactPath(workspace: Workspace, id: unknown): string {
  return `${workspace.user}/contacts/${encodeURIComponent(String(id))}`;
}
