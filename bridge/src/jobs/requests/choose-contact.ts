import { z } from 'zod';
import { askFor } from '../../passes/asked.ts';
import { withMailbox } from '../claim-mailbox.ts';
import { chooseAttendee } from './choose-attendee.ts';
import { canSee } from './can-see.ts';
import { parametersOf, recordId } from './parameters.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';
import { newLink } from '../../domain/link.ts';
import { resolveIssue } from './resolve-issue.ts';

const shape = z.object({ recordId });

/**
 * ChooseContact: the item of an issue is paired with the record that a person names; the next pass brings them in step. Without
 * an issue, of an event: who stands for an attendee.
 */
export const chooseContact: ServeRequest = async (deps, request) => {
  const { issue, userId } = request;
  if (issue === null && request.row.recordId !== null) return chooseAttendee(deps, request);
  if (issue === null || issue.exchangeId === null || issue.mailboxRowId === null)
    return refused('TDM-R-NO-ISSUE');
  const { exchangeId } = issue;
  const parameters = parametersOf(shape, request.row);
  if (parameters === null) return refused('TDM-R-MALFORMED');
  const chosen = parameters.recordId;
  if (!(await canSee(deps, request, chosen))) return refused('TDM-R-NO-RECORD');
  const outcome = await withMailbox(deps, userId, async (claim) => {
    const links = await deps.store.links.ofMailbox(userId, 'Contact');
    const taken = links.some(
      (link) => link.state === 'Live' && (link.exchangeId === exchangeId || link.recordId === chosen),
    );
    if (taken) return refused('TDM-R-LINKED');
    await resolveIssue(deps, claim, issue, [newLink(exchangeId, chosen)]);
    await askFor(deps.store, userId, [exchangeId]);
    await deps.store.inbox.put(userId, 'Contact', [chosen]);
    request.wake(userId);
    return done('The two contacts are one now, and synced with the next pass.');
  });
  return outcome ?? busy;
};
