import type { FolderId } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { BatchMember } from './batch.ts';
import { readContact } from './contact.ts';
import { contactNames } from './contact-shape.ts';
import type { Doomed } from './delete-items.ts';
import { deleteItems } from './delete-items.ts';
import type { ExchangeContactPatch, NewExchangeContact } from './exchange.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { markedWith } from './marker.ts';
import type { Written } from './refusals.ts';
import { writeItems } from './write-items.ts';

const written: Written<ExchangeContact> = {
  names: contactNames,
  read(body) {
    const read = readContact(body, null);
    return read.kind === 'contact' ? { done: read.contact } : null;
  },
};

/** Creates contacts with their markers. A create is never repeated when it may have been carried out. */
export async function createContacts(
  calls: MailboxCalls,
  folder: FolderId,
  contacts: readonly NewExchangeContact[],
): Promise<readonly Outcome<ExchangeContact>[]> {
  const members = contacts.map(({ properties, marker }): BatchMember => {
    const body = { ...properties, ...markedWith(marker) };
    return { method: 'POST', path: calls.paths.contacts(folder), body };
  });
  const writes = { operation: 'createContacts', verb: 'create', repeatable: false } as const;
  return writeItems(calls, members, { ...writes, ...written });
}

/** Changes contacts on the condition of their etags; one that is repeated after it was carried out comes back `stale`. */
export async function updateContacts(
  calls: MailboxCalls,
  patches: readonly ExchangeContactPatch[],
): Promise<readonly Outcome<ExchangeContact>[]> {
  const members = patches.map(({ id, etag, properties }): BatchMember => {
    return { method: 'PATCH', path: calls.paths.contact(id), ifMatch: etag, body: properties };
  });
  const writes = { operation: 'updateContacts', verb: 'update', repeatable: true } as const;
  return writeItems(calls, members, { ...writes, ...written });
}

/** Deletes contacts. */
export async function deleteContacts(
  calls: MailboxCalls,
  contacts: readonly Doomed[],
): Promise<readonly Outcome<null>[]> {
  return deleteItems(calls, 'deleteContacts', calls.paths.contact, contacts);
}
