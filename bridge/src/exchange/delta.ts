import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { ExchangeId, FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Answer, ReadableAnswer } from './answer.ts';
import { hasCode } from './answer.ts';
import { readContact, selectContact } from './contact.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import type { ContactsRound } from './exchange.ts';
import { folderGoneCodes } from './mailbox-fault.ts';
import { createTrail } from './pages.ts';
import { readContacts } from './read-contacts.ts';
import { arrived, bodyOf } from './reads.ts';
import type { GraphRequest } from './request.ts';
import { isOwnLink } from './request.ts';
import type { LastWord } from './last-words.ts';
import { createLastWords } from './last-words.ts';
import { waitBefore } from './waits.ts';

const operation = 'readRound';
const smallestPage = 10;

/** Codes of a cursor that the service has forgotten; they come with 400 and 404 too. Source: "Use delta query", outlook. */
const deadCursorCodes = ['SyncStateNotFound', 'SyncStateInvalid', 'ResyncRequired', 'FullSyncRequired'];

const page = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** What reading a round works with; a page is asked for with `pageSize` items. */
export interface DeltaCalls extends MailboxCalls {
  readonly graphUrl: string;
  readonly pageSize: number;
}

/**
 * Reads a round of the contacts delta to its end, following the service's links as they are. A cursor that was made for fewer
 * properties is dead.
 * Source: "contact: delta" and "Use delta query to track changes in Microsoft Graph data".
 */
export async function readRound(
  calls: DeltaCalls,
  folder: FolderId,
  cursor: string | null,
  properties: readonly string[],
): Promise<ContactsRound> {
  const link = cursor === null ? null : linkOf(cursor, properties);
  // A cursor of another service, as after a change of settings, is as good as none.
  if (cursor !== null && (link === null || !isOwnLink(link, calls.graphUrl))) return { kind: 'cursorDead' };
  const words = createLastWords();
  const readPage = createPageReader(calls);
  const follow = createTrail(operation);
  const start = calls.paths.delta(folder);
  let select = link === null;
  let target: GraphRequest['target'] =
    link === null ? { path: `${start}?${selectContact(properties)}` } : { link };
  for (;;) {
    const answer = await readPage(target);
    const readable = arrived(answer, operation);
    if (select && readable.status === 400) {
      // Some services refuse every parameter of the first call; it then brings all properties.
      select = false;
      target = { path: start };
      continue;
    }
    const end = endOf(readable, 'link' in target);
    if (end) return { kind: end };
    const body = bodyOf(answer, page, operation);
    for (const item of body.value) words.add(wordOf(item, properties));
    const next = body['@odata.nextLink'];
    if (next === undefined) {
      const deltaLink = ownLink(body['@odata.deltaLink'], calls.graphUrl);
      return finish(calls, words, cursorOf(deltaLink, properties), properties);
    }
    follow(next);
    select = false;
    target = { link: next };
  }
}

/** Reads pages; one that the service cannot make in time is asked for in halves, and the next ones too. */
function createPageReader({
  sender,
  clock,
  pageSize,
}: DeltaCalls): (target: GraphRequest['target']) => Promise<Answer> {
  let size = pageSize;
  return (target) =>
    sender.sendJudged<Answer>(
      'single',
      () => ({ operation, method: 'GET', target, prefer: [`odata.maxpagesize=${size}`] }),
      (answer, repeats) => {
        const overloaded = 'status' in answer && (answer.status === 503 || answer.status === 504);
        if (overloaded) size = Math.min(size, Math.max(smallestPage, Math.floor(size / 2)));
        return { result: answer, wait: waitBefore(answer, true, repeats, clock) };
      },
      sender.newPatience(),
    );
}

function endOf(answer: ReadableAnswer, following: boolean): 'cursorDead' | 'folderGone' | null {
  if (answer.status === 410) return 'cursorDead';
  if (following && answer.status === 400) return 'cursorDead';
  if (answer.status !== 404) return null;
  if (following && hasCode(answer, deadCursorCodes)) return 'cursorDead';
  return hasCode(answer, folderGoneCodes) ? 'folderGone' : null;
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

function ownLink(link: string | undefined, graphUrl: string): string {
  if (link === undefined) throw new Fault('TDM-X-ANSWER', `${operation}: a page without a link`);
  if (!isOwnLink(link, graphUrl)) throw new Fault('TDM-X-ANSWER', `${operation}: a link to another host`);
  return link;
}

const removed = z.looseObject({
  id: z.string().min(1),
  '@removed': z.unknown().refine((value) => value !== undefined),
});

function wordOf(item: unknown, properties: readonly string[]): LastWord {
  const tombstone = removed.safeParse(item);
  if (tombstone.success) return { kind: 'tombstone', id: as<ExchangeId>(tombstone.data.id) };
  const read = readContact(item, properties);
  // Without an etag an item is only part of the contact.
  if (read.kind === 'contact' && read.contact.etag === undefined)
    return { kind: 'partial', id: read.contact.id };
  return read;
}

/** Partial items are read in full; one that is gone by then becomes a tombstone. */
async function finish(
  calls: DeltaCalls,
  words: ReturnType<typeof createLastWords>,
  cursor: string,
  properties: readonly string[],
): Promise<ContactsRound> {
  const partial = words.partial();
  const whole = await readContacts(calls, partial, properties);
  for (const id of partial) {
    const found = whole.get(id);
    if (found === null) words.add({ kind: 'tombstone', id });
    else if (found) words.add({ kind: 'contact', contact: found.contact });
    else words.add({ kind: 'malformed', id, detail: 'unreadable: only a part of the item came' });
  }
  return { kind: 'round', ...words.sorted(), cursor };
}
