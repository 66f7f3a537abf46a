import type { IssueRow } from '../oracle/snapshot.ts';
import type { World } from '../world.ts';

/** How the codes look that every problem has. */
export const CODE = /^TDM-[A-Z]+(-[A-Z0-9]+)+$/;

/** What is listed for a user and not resolved yet. */
export async function openIssuesOf(world: World, user: string): Promise<IssueRow[]> {
  return (await world.issues()).filter((issue) => issue.status === 'Open' && issue.user === user);
}
