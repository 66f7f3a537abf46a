import { z } from 'zod';
import type { RecordId } from '../../domain/ids.ts';
import { parsed } from '../wire/answer.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { id, instant } from '../wire/shapes.ts';
import { CallFailed } from '../wire/trouble.ts';

const deletedAnswer = z.object({
  deletedRecords: z.array(z.object({ id: id<RecordId>() })),
  earliestDateAvailable: instant,
  latestDateCovered: instant,
});

const minute = 60_000;
/** The feed reaches back 15 days; a day is kept as a margin. */
const reachMs = 14 * 24 * 60 * minute;

/** What the feed of deleted records said. */
interface DeletedRecords {
  readonly ids: readonly RecordId[];
  /** ISO instant up to which the feed is complete: the next `since`. */
  readonly until: string;
  readonly complete: boolean;
}

/**
 * Reads the ids of records deleted since then ("Get Deleted" of the REST API Developer Guide). `complete` is false when
 * the log was purged or does not reach back so far, or when there are too many for one answer.
 */
export async function readDeleted(
  org: Org,
  patience: Patience,
  object: 'Contact' | 'Event',
  since: string,
  now: number,
): Promise<DeletedRecords> {
  const wanted = Date.parse(since);
  const start = Math.min(Math.max(wanted, now - reachMs), now - 2 * minute);
  const request = `/sobjects/${object}/deleted/?start=${seconds(start)}&end=${seconds(now)}`;
  const answer = await patience(() => readFeed(org, request));
  if (answer === null) return { ids: [], until: new Date(now).toISOString(), complete: false };
  return {
    ids: answer.deletedRecords.map((record) => record.id),
    until: answer.latestDateCovered,
    complete: start <= wanted && Date.parse(answer.earliestDateAvailable) <= start,
  };
}

async function readFeed(org: Org, path: string): Promise<z.output<typeof deletedAnswer> | null> {
  try {
    return parsed(deletedAnswer, await org.call({ method: 'GET', path }), 'deleted records');
  } catch (error) {
    if (isBeyondFeed(error)) return null;
    throw error;
  }
}

function isBeyondFeed(error: unknown): boolean {
  return (
    error instanceof CallFailed &&
    error.trouble.kind === 'refused' &&
    ['INVALID_REPLICATION_DATE', 'EXCEEDED_ID_LIMIT'].includes(error.trouble.code)
  );
}

function seconds(time: number): string {
  return encodeURIComponent(new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'));
}
