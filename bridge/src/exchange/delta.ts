import type { FolderId } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import { readContact, selectContact } from './contact.ts';
import type { DeltaCalls } from './delta-pages.ts';
import { readDelta, tombstoneOf } from './delta-pages.ts';
import type { ContactsRound } from './exchange.ts';
import type { LastWords, Word } from './last-words.ts';
import { createLastWords } from './last-words.ts';
import { readContacts } from './read-contacts.ts';

const operation = 'readRound';

/**
 * Reads a round of the contacts delta to its end. A cursor that was made for fewer properties is dead. Some services refuse
 * every parameter of the first call; it then brings all properties.
 * Source: "contact: delta".
 */
export async function readRound(
  calls: DeltaCalls,
  folder: FolderId,
  cursor: string | null,
  properties: readonly string[],
): Promise<ContactsRound> {
  const link = cursor === null ? null : linkOf(cursor, properties);
  if (cursor !== null && link === null) return { kind: 'cursorDead' };
  const path = calls.paths.delta(folder);
  const start = link === null ? { paths: [`${path}?${selectContact(properties)}`, path] } : { link };
  const words = createLastWords<ExchangeContact>();
  const end = await readDelta(calls, operation, start, (item) => {
    words.add(wordOf(item, properties));
  });
  if (end.kind !== 'end') return end;
  await completePartial(calls, words, properties);
  const { items, ...others } = words.sorted();
  return { kind: 'round', contacts: items, ...others, cursor: cursorOf(end.deltaLink, properties) };
}

/**
 * The service's link and, as its fragment, the properties that are asked for. Source: "Use delta query", "Optional query
 * parameters": what the first call selects is encoded in every link that follows from it.
 */
function cursorOf(link: string, properties: readonly string[]): string {
  return `${link}#${properties.join(',')}`;
}

/** The link of a cursor; null when it brings fewer properties than these, which would read as if they had been emptied. */
function linkOf(cursor: string, properties: readonly string[]): string | null {
  const [link = '', selected = ''] = cursor.split('#');
  const brought = new Set(selected.split(','));
  return properties.every((property) => brought.has(property)) ? link : null;
}

function wordOf(item: unknown, properties: readonly string[]): Word<ExchangeContact> {
  const tombstone = tombstoneOf(item);
  if (tombstone !== null) return { kind: 'tombstone', id: tombstone };
  const read = readContact(item, properties);
  if (read.kind !== 'contact') return read;
  const { contact } = read;
  // Without an etag an item is only part of the contact.
  return contact.etag === undefined
    ? { kind: 'partial', id: contact.id }
    : { kind: 'item', id: contact.id, item: contact };
}

/** Partial items are read in full; one that is gone by then becomes a tombstone. */
async function completePartial(
  calls: DeltaCalls,
  words: LastWords<ExchangeContact>,
  properties: readonly string[],
): Promise<void> {
  const partial = words.partial();
  const whole = await readContacts(calls, partial, properties);
  for (const id of partial) {
    const found = whole.get(id);
    if (found === null) words.add({ kind: 'tombstone', id });
    else if (found) words.add({ kind: 'item', id, item: found.contact });
    else words.add({ kind: 'malformed', id, detail: 'unreadable: only a part of the item came' });
  }
}
