import type { ExchangeId, FolderId } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { Answer } from './answer.ts';
import type { BatchMember } from './batch.ts';
import { sendMembers } from './batch.ts';
import { readContact } from './contact.ts';
import type { ExchangeContactPatch, NewExchangeContact } from './exchange.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { markedWith } from './marker.ts';
import { alreadyDeleted, judgeWrite, settle } from './refusals.ts';

/** Creates contacts with their markers. A create is never repeated when it may have been carried out. */
export async function createContacts(
  { sender, paths, clock }: MailboxCalls,
  folder: FolderId,
  contacts: readonly NewExchangeContact[],
): Promise<readonly Outcome<ExchangeContact>[]> {
  const members = contacts.map(({ properties, marker }): BatchMember => {
    const body = { ...properties, ...markedWith(marker) };
    return { method: 'POST', path: paths.contacts(folder), body };
  });
  const answers = await sendMembers(members, {
    operation: 'createContacts',
    repeatable: false,
    sender,
    clock,
  });
  return settle(answers.map((answer) => judgeWrite('create', answer, written)));
}

/** Changes contacts on the condition of their etags; one that is repeated after it was carried out comes back `stale`. */
export async function updateContacts(
  { sender, paths, clock }: MailboxCalls,
  patches: readonly ExchangeContactPatch[],
): Promise<readonly Outcome<ExchangeContact>[]> {
  const members = patches.map(({ id, etag, properties }): BatchMember => {
    return { method: 'PATCH', path: paths.contact(id), ifMatch: etag, body: properties };
  });
  const answers = await sendMembers(members, {
    operation: 'updateContacts',
    repeatable: true,
    sender,
    clock,
  });
  return settle(answers.map((answer) => judgeWrite('update', answer, written)));
}

/** Deletes contacts. Deleting what is gone is done; some services answer that with 400, so such an item is looked for. */
export async function deleteContacts(
  { sender, paths, clock }: MailboxCalls,
  ids: readonly { readonly id: ExchangeId; readonly etag: string | null }[],
): Promise<readonly Outcome<null>[]> {
  const options = { operation: 'deleteContacts', repeatable: true, sender, clock };
  const members = ids.map(({ id, etag }): BatchMember => {
    return { method: 'DELETE', path: paths.contact(id), ifMatch: etag };
  });
  const answers = await sendMembers(members, options);
  const doubtful = answers.flatMap((answer, place) => (isBadRequest(answer) ? [place] : []));
  const looks = doubtful.flatMap((place): BatchMember[] => {
    const item = ids[place];
    return item ? [{ method: 'GET', path: `${paths.contact(item.id)}?$select=id` }] : [];
  });
  const looked = await sendMembers(looks, options);
  return settle(
    answers.map((answer, place) => {
      const look = looked[doubtful.indexOf(place)];
      const gone = alreadyDeleted(answer) || (look !== undefined && alreadyDeleted(look));
      return gone ? { ok: true, done: null } : judgeWrite('delete', answer, () => ({ done: null }));
    }),
  );
}

function isBadRequest(answer: Answer): boolean {
  return answer.kind === 'answer' && answer.status === 400;
}

function written(body: unknown): { readonly done: ExchangeContact } | null {
  const read = readContact(body, null);
  return read.kind === 'contact' ? { done: read.contact } : null;
}
