import type { ExchangeId } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import type { Answer, ReadableAnswer } from './answer.ts';
import { hasCode, succeeded } from './answer.ts';
import { sendMembers } from './batch.ts';
import { readContact, selectContact } from './contact.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { expandMarker, markerOf } from './marker.ts';
import { arrived } from './reads.ts';

const operation = 'readContacts';

/** A contact as it is now, with its marker; null when it does not exist. */
export type MarkedContact = { readonly contact: ExchangeContact; readonly marker: string | null } | null;

/** Contacts as they are now. What the service cannot give in a readable form is left out, so that it stops nothing else. */
export async function readContacts(
  { sender, paths, clock }: MailboxCalls,
  ids: readonly ExchangeId[],
  properties: readonly string[],
): Promise<ReadonlyMap<ExchangeId, MarkedContact>> {
  const query = `?${selectContact(properties)}&${expandMarker}`;
  const members = ids.map((id) => ({ method: 'GET' as const, path: `${paths.contact(id)}${query}` }));
  const answers = await sendMembers(members, { operation, repeatable: true, sender, clock });
  const someCame = answers.some(succeeded);
  const contacts = new Map<ExchangeId, MarkedContact>();
  ids.forEach((id, place) => {
    const answer = answers[place];
    if (!answer || isBroken(answer, someCame)) return;
    const contact = markedContact(arrived(answer, operation), properties);
    if (contact !== undefined) contacts.set(id, contact);
  });
  return contacts;
}

/** One item that fails on and on while others come is broken itself; when all fail, the service is. */
function isBroken(answer: Answer, someCame: boolean): boolean {
  if (answer.kind !== 'answer' || answer.status !== 500) return false;
  return someCame || hasCode(answer, ['ErrorCorruptData']);
}

function markedContact(answer: ReadableAnswer, properties: readonly string[]): MarkedContact | undefined {
  if (answer.status === 404 && hasCode(answer, ['ErrorItemNotFound'])) return null;
  if (!succeeded(answer)) return undefined;
  const read = readContact(answer.body, properties);
  return read.kind === 'contact' ? { contact: read.contact, marker: markerOf(answer.body) } : undefined;
}
