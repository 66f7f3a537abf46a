import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/words.ts';
import { keepAsked, readAsked } from '../../passes/asked.ts';
import type { IssueDetail } from '../../salesforce/salesforce.ts';
import { withMailbox } from '../claim-mailbox.ts';
import { parametersOf } from './parameters.ts';
import type { Answer, RequestDeps, ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

/** How many deletions the one who approves was shown. */
const shape = z.object({ shown: z.coerce.number().int().min(0).optional() });

const heldKinds: Readonly<Record<string, readonly Kind[]>> = {
  'TDM-M-HELD': ['Contact'],
  'TDM-M-HELD-EVENTS': ['Event'],
};

/**
 * Approve: the deletions of a mailbox that are held now may be carried out, or a change of a meeting that would mail people. The
 * next pass looks at each item and record again, so what was restored meanwhile stays. More than were shown are not approved.
 */
export const approve: ServeRequest = async (deps, request) => {
  const { userId, admin, issue, wake } = request;
  if (!admin) return refused('TDM-R-ADMIN-ONLY');
  const answer =
    issue?.code === 'TDM-E-MAIL-HELD'
      ? await approveMail(deps, userId, issue)
      : await approveDeletions(deps, request);
  if (answer.status === 'Done') wake(userId);
  return answer;
};

const approveDeletions: ServeRequest = async (deps, { row, userId, issue }) => {
  const parameters = parametersOf(shape, row);
  if (parameters === null) return refused('TDM-R-MALFORMED');
  const most = parameters.shown ?? Infinity;
  let count = 0;
  for (const kind of heldKinds[issue?.code ?? ''] ?? (['Contact', 'Event'] as const)) {
    const approved = await approveHeld(deps, userId, kind, most);
    if (typeof approved !== 'number') return approved;
    count += approved;
  }
  return count === 0
    ? done('No deletions are held for this mailbox.', { approved: 0 })
    : done(`${count} deletions are carried out with the next sync.`, { approved: count });
};

/** Remembers which deletions are held now; how many, or why none were approved. */
async function approveHeld(
  deps: RequestDeps,
  userId: UserId,
  kind: Kind,
  most: number,
): Promise<number | Answer> {
  const { store } = deps;
  const approve = async (): Promise<number | Answer> => {
    const held = (await store.links.held(userId, kind)).filter(({ state }) => state === 'Live');
    if (held.length === 0) return 0;
    if (held.length > most) return refused('TDM-R-HELD-MORE');
    const asked = await readAsked(store, userId, kind);
    const approved = held.map(({ exchangeId }) => exchangeId);
    await keepAsked(store, userId, { ...asked, approved: [...asked.approved, ...approved] }, kind);
    await store.inbox.put(
      userId,
      kind,
      held.map(({ recordId }) => recordId),
    );
    return held.length;
  };
  return (await withMailbox(deps, userId, approve, { kind })) ?? busy;
}

/** Lets one change through that waits because many others mailed people. */
async function approveMail(deps: RequestDeps, userId: UserId, issue: IssueDetail): Promise<Answer> {
  const { store } = deps;
  const { exchangeId, recordId } = issue;
  if (exchangeId === null) return refused('TDM-R-NO-ISSUE');
  const approve = async () => {
    const { approved, items } = await readAsked(store, userId, 'Event');
    const asked = { approved: [...approved, exchangeId], items: [...items, exchangeId] };
    await keepAsked(store, userId, asked, 'Event');
    if (recordId !== null) await store.inbox.put(userId, 'Event', [recordId]);
    return done('The change is written with the next sync, and Exchange mails the people named here.');
  };
  return (await withMailbox(deps, userId, approve, { kind: 'Event' })) ?? busy;
}
