import type { ExchangeId } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import { readContact, selectContact } from './contact.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { expandMarker, markerOf } from './marker.ts';
import { readItems } from './read-items.ts';

/** A contact as it is now, with its marker. */
export interface MarkedContact {
  readonly contact: ExchangeContact;
  readonly marker: string | null;
}

/** Contacts as they are now; null for those that do not exist. What the service cannot give in a readable form is left out. */
export async function readContacts(
  calls: MailboxCalls,
  ids: readonly ExchangeId[],
  properties: readonly string[],
): Promise<ReadonlyMap<ExchangeId, MarkedContact | null>> {
  const query = `?${selectContact(properties)}&${expandMarker}`;
  return readItems<MarkedContact>(calls, ids, {
    operation: 'readContacts',
    pathOf: (id) => `${calls.paths.contact(id)}${query}`,
    read(body) {
      const read = readContact(body, properties);
      return read.kind === 'contact' ? { contact: read.contact, marker: markerOf(body) } : undefined;
    },
  });
}
