import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { ExchangeId, FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import { readContact } from './contact.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { expandMarker, filterByMarker, markerOf } from './marker.ts';
import { readList } from './pages.ts';

const item = z.looseObject({ id: z.string().min(1) });

/** Markers of all contacts of the folder that carry one; by an ordinary list, since delta refuses `$expand`. */
export async function readMarkers(
  { sender, paths }: MailboxCalls,
  folder: FolderId,
): Promise<ReadonlyMap<ExchangeId, string>> {
  const operation = 'readMarkers';
  const path = `${paths.contacts(folder)}?$top=999&$select=id&${expandMarker}`;
  return markersIn(existing(await readList(sender, { path }, operation), operation));
}

/** Contacts of the folder that carry this marker. One that cannot be read is a Fault: leaving it out would make a copy. */
export async function findByMarker(
  { sender, paths }: MailboxCalls,
  folder: FolderId,
  marker: string,
): Promise<readonly ExchangeContact[]> {
  const operation = 'findByMarker';
  const path = `${paths.contacts(folder)}?${filterByMarker(marker)}`;
  const items = existing(await readList(sender, { path }, operation), operation);
  return items.map((body) => {
    const read = readContact(body, null);
    if (read.kind !== 'contact')
      throw new Fault('TDM-X-ANSWER', `${operation}: a contact that cannot be read`);
    return read.contact;
  });
}

/** The markers of those items that carry one. */
export function markersIn(items: readonly unknown[]): ReadonlyMap<ExchangeId, string> {
  const markers = new Map<ExchangeId, string>();
  for (const body of items) {
    const parsed = item.safeParse(body);
    const marker = markerOf(body);
    if (parsed.success && marker !== null) markers.set(as<ExchangeId>(parsed.data.id), marker);
  }
  return markers;
}

function existing(items: readonly unknown[] | null, operation: string): readonly unknown[] {
  if (items === null) throw new Fault('TDM-M-FOLDER-GONE', operation);
  return items;
}
