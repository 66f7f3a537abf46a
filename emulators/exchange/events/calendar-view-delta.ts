import { nextGeneration, readCursor, writeCursor } from '../cursors.ts';
import type { Cursor } from '../cursors.ts';
import { refuse } from '../errors.ts';
import type { GraphCall, GraphHandler } from '../graph-call.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { calendarMailbox, eventAnswer, showingOf } from './event-call.ts';
import { deltaItems } from './delta-items.ts';
import { refuseEvent } from './refusals.ts';
import type { Window } from './series.ts';
import { windowOf } from './view-window.ts';

/**
 * `GET …/calendarView/delta` (learn.microsoft.com "event: delta"): changes of the calendar since a cursor, seen through
 * the window that the first request named. The window is in the cursor for good.
 */
export const calendarViewDelta: GraphHandler = (call) => {
  const mailbox = calendarMailbox(call);
  const { quirks, limits } = call.moment;
  const skipToken = call.query.get('$skiptoken');
  const token = skipToken ?? call.query.get('$deltatoken');
  const known =
    token === null
      ? undefined
      : readCursor(token, mailbox, (scope) => windowIn(scope) !== undefined, limits.cursorGenerations);
  const cursor = skipToken !== null && known ? known : beginRound(call, mailbox, known);
  const page =
    skipToken === null && quirks.deltaEmptyFirstPage
      ? { items: [], more: true, position: cursor.position }
      : readPage(call, mailbox, cursor);
  const next = writeCursor({ ...cursor, position: page.position });
  const path = `${call.base}/users('${encodeURIComponent(call.params.user ?? '')}')/${scopePath(call)}calendarView/delta`;
  return eventAnswer(call, 200, {
    '@odata.context': `${call.base}/$metadata#Collection(event)`,
    [page.more ? '@odata.nextLink' : '@odata.deltaLink']:
      `${path}?${page.more ? '$skiptoken' : '$deltatoken'}=${next}`,
    value: page.items,
  });
};

function scopePath(call: GraphCall): string {
  const { calendar } = call.params;
  return calendar === undefined ? '' : `calendars('${encodeURIComponent(calendar)}')/`;
}

/** The window as the cursor keeps it. */
function scopeOf({ from, until }: Window): string {
  return `calendarView(${from},${until})`;
}

function windowIn(scope: string): Window | undefined {
  const match = /^calendarView\((-?\d+),(-?\d+)\)$/.exec(scope);
  return match ? { from: Number(match[1]), until: Number(match[2]) } : undefined;
}

function beginRound(call: GraphCall, mailbox: MailboxRecord, known: Cursor | undefined): Cursor {
  if (known) return { ...known, generation: nextGeneration(mailbox, known) };
  checkOptions(call);
  const { viewDays } = call.moment.limits;
  const folder = scopeOf(windowOf(call, { days: viewDays, words: `days: ${viewDays}` }));
  return {
    mailbox: mailbox.id,
    folder,
    select: null,
    generation: nextGeneration(mailbox, { folder, select: null }),
    position: 0,
    began: mailbox.seq,
    left: null,
  };
}

function checkOptions(call: GraphCall): void {
  if (call.query.has('$expand')) throw refuse.deltaExpand();
  const ignored = call.moment.quirks.viewDeltaSelect === 'ignore' ? '$select' : '';
  const refused = [...call.query.keys()].filter((option) => option.startsWith('$') && option !== ignored);
  if (refused.length > 0) throw refuseEvent.deltaOptions(refused);
}

interface Page {
  items: Record<string, unknown>[];
  more: boolean;
  position: number;
}

/** A series is never parted over pages, so that a page may be longer than asked for. */
function readPage(call: GraphCall, mailbox: MailboxRecord, cursor: Cursor): Page {
  const { limits, quirks } = call.moment;
  const window = windowIn(cursor.folder) ?? { from: 0, until: 0 };
  const showing = showingOf(call, null);
  const size = Math.min(call.maxPageSize ?? limits.pageDefault, limits.deltaPageMax);
  const items: Record<string, unknown>[] = [];
  let last: Record<string, unknown>[] = [];
  let position = cursor.position;
  for (const [id, entry] of mailbox.calendar.journal) {
    const told = entry.seq > cursor.position;
    if (!told && !quirks.deltaReplays) continue;
    const found = deltaItems({
      mailbox,
      id,
      entry,
      window,
      showing,
      quirks,
      since: cursor.position,
      began: cursor.began,
    });
    if (!told) {
      last = found;
      continue;
    }
    if (items.length >= size && found.length > 0)
      return { items: quirks.deltaReplays ? [...last, ...items] : items, more: true, position };
    items.push(...found);
    position = entry.seq;
  }
  const replayed = quirks.deltaReplays && items.length > 0 ? [...last, ...items] : items;
  return { items: replayed, more: false, position: mailbox.seq };
}
