import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { ExchangeId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Answer, ReadableAnswer } from './answer.ts';
import { hasCode } from './answer.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { folderGoneCodes } from './mailbox-fault.ts';
import { createTrail } from './pages.ts';
import { arrived, bodyOf } from './reads.ts';
import type { GraphRequest } from './request.ts';
import { isOwnLink } from './request.ts';
import { waitBefore } from './waits.ts';

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

/** Where a round begins: a link of an earlier one, or first calls, of which one that is refused is followed by the next. */
export type DeltaStart = { readonly link: string } | { readonly paths: readonly string[] };

/** How a round ended. */
export type DeltaEnd =
  | { readonly kind: 'end'; readonly deltaLink: string }
  | { readonly kind: 'cursorDead' }
  /** The folder or calendar does not exist. */
  | { readonly kind: 'folderGone' };

/**
 * Reads the pages of a delta round to their end, following the service's links as they are, and hands over each item.
 * Source: "Use delta query to track changes in Microsoft Graph data".
 */
export async function readDelta(
  calls: DeltaCalls,
  operation: string,
  start: DeltaStart,
  take: (item: unknown) => void,
): Promise<DeltaEnd> {
  // A cursor of another service, as after a change of settings, is as good as none.
  if ('link' in start && !isOwnLink(start.link, calls.graphUrl)) return { kind: 'cursorDead' };
  const readPage = createPageReader(calls, operation);
  const follow = createTrail(operation);
  const [first = '', ...others] = 'paths' in start ? start.paths : [];
  let target: GraphRequest['target'] = 'link' in start ? start : { path: first };
  for (;;) {
    const answer = await readPage(target);
    const readable = arrived(answer, operation);
    const other = 'path' in target && readable.status === 400 ? others.shift() : undefined;
    if (other !== undefined) {
      target = { path: other };
      continue;
    }
    const end = endOf(readable, 'link' in target);
    if (end) return { kind: end };
    const body = bodyOf(answer, page, operation);
    body.value.forEach(take);
    const next = body['@odata.nextLink'];
    if (next === undefined) {
      return { kind: 'end', deltaLink: ownLink(body['@odata.deltaLink'], calls.graphUrl, operation) };
    }
    follow(next);
    target = { link: next };
  }
}

const removed = z.looseObject({
  id: z.string().min(1),
  '@removed': z.unknown().refine((value) => value !== undefined),
});

/** The id that a tombstone names; null when the item is none. */
export function tombstoneOf(item: unknown): ExchangeId | null {
  const tombstone = removed.safeParse(item);
  return tombstone.success ? as<ExchangeId>(tombstone.data.id) : null;
}

/** Reads pages; one that the service cannot make in time is asked for in halves, and the next ones too. */
function createPageReader(
  { sender, clock, pageSize }: DeltaCalls,
  operation: string,
): (target: GraphRequest['target']) => Promise<Answer> {
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

function ownLink(link: string | undefined, graphUrl: string, operation: string): string {
  if (link === undefined) throw new Fault('TDM-X-ANSWER', `${operation}: a page without a link`);
  if (!isOwnLink(link, graphUrl)) throw new Fault('TDM-X-ANSWER', `${operation}: a link to another host`);
  return link;
}
