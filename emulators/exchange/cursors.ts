import { z } from 'zod';
import { refuse } from './errors.ts';
import type { CursorGenerations, MailboxRecord } from './mailbox.ts';

/**
 * The state inside a `$skiptoken` or `$deltatoken`. Exchange keeps only the last few generations of a sync state
 * (github.com/microsoftgraph/microsoft-graph-docs issue 2350): each round of a query makes a new one, and its
 * nextLinks and deltaLink die as newer rounds begin.
 */
const cursorSchema = z.strictObject({
  mailbox: z.string(),
  /** Folder id, or the calendar with its window. */
  folder: z.string(),
  /** `$select` as sent; part of the query that the token stands for. */
  select: z.string().nullable(),
  generation: z.int(),
  /** Changes up to here were told. */
  position: z.int(),
  /** Where the mailbox stood when a first round began: what left the folder before was never told. */
  began: z.int(),
  /** With `$top` as a cap: how many items the round may still tell. */
  left: z.int().nullable(),
});

export type Cursor = z.output<typeof cursorSchema>;

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a token that belongs to a folder of this mailbox that fits, and whose generation is still known. */
export function readCursor(
  token: string,
  mailbox: MailboxRecord,
  fits: (folder: string) => boolean,
  kept: number,
): Cursor {
  const cursor = parse(token);
  if (!cursor || cursor.mailbox !== mailbox.id || !fits(cursor.folder))
    throw refuse.badRequest('Badly formed token.');
  const { highest, purged } = generations(mailbox, cursor);
  if (cursor.generation <= purged || cursor.generation <= highest - kept)
    throw refuse.cursorLost(cursor.generation, highest);
  return cursor;
}

/** The generation of a new round. */
export function nextGeneration(mailbox: MailboxRecord, query: Pick<Cursor, 'folder' | 'select'>): number {
  const state = generations(mailbox, query);
  state.highest += 1;
  return state.highest;
}

/** Makes every cursor of the mailbox unknown, as the service does now and then. */
export function purgeCursors(mailbox: MailboxRecord): void {
  for (const state of mailbox.cursors.values()) {
    state.highest += 8;
    state.purged = state.highest;
  }
}

function generations(mailbox: MailboxRecord, query: Pick<Cursor, 'folder' | 'select'>): CursorGenerations {
  const key = JSON.stringify([query.folder, query.select]);
  let state = mailbox.cursors.get(key);
  if (!state) mailbox.cursors.set(key, (state = { highest: 140, purged: 0 }));
  return state;
}

function parse(token: string): Cursor | undefined {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
