import type { ExchangeId } from '../domain/ids.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { Answer } from './answer.ts';
import { hasCode } from './answer.ts';
import type { BatchMember } from './batch.ts';
import { sendMembers } from './batch.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { judgeWrite, settle } from './refusals.ts';

/** An item to be deleted, on the condition of its etag where one is given. */
export interface Doomed {
  readonly id: ExchangeId;
  readonly etag: string | null;
}

/** Deletes items. Deleting what is gone is done; some services answer that with other codes, so such an item is looked for. */
export async function deleteItems(
  { sender, clock }: MailboxCalls,
  operation: string,
  pathOf: (id: ExchangeId) => string,
  items: readonly Doomed[],
): Promise<readonly Outcome<null>[]> {
  const options = { operation, repeatable: true, sender, clock };
  const members = items.map(({ id, etag }): BatchMember => {
    return { method: 'DELETE', path: pathOf(id), ifMatch: etag };
  });
  const answers = await sendMembers(members, options);
  const doubtful = answers.flatMap((answer, place) => (mayBeGone(answer) ? [place] : []));
  const looks = doubtful.flatMap((place): BatchMember[] => {
    const item = items[place];
    return item ? [{ method: 'GET', path: `${pathOf(item.id)}?$select=id` }] : [];
  });
  const looked = await sendMembers(looks, options);
  return settle(
    answers.map((answer, place) => {
      const look = looked[doubtful.indexOf(place)];
      const gone = isGone(answer) || (look !== undefined && isGone(look));
      const written = { read: () => ({ done: null }), names: [] };
      return gone ? { ok: true, done: null } : judgeWrite('delete', answer, written);
    }),
  );
}

/** Whether the item that was to be deleted is not there any more. */
function isGone(answer: Answer): boolean {
  if (answer.kind !== 'answer') return false;
  if (answer.status === 404) return hasCode(answer, ['ErrorItemNotFound']);
  return answer.status === 403 && hasCode(answer, ['ErrorCannotDeleteObject']);
}

/** 400 is recorded for what was deleted before, and 410 is what others have met. */
function mayBeGone(answer: Answer): boolean {
  return answer.kind === 'answer' && (answer.status === 400 || answer.status === 410);
}
