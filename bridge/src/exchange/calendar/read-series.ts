import { z } from 'zod';
import type { ExchangeEvent, ExchangeSeries } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { readItems } from '../read-items.ts';
import { readWholeEvent, selectEvent } from './event.ts';
import { restOfExceptions } from './exceptions.ts';
import { dateOfOccurrence } from './original-date.ts';
import { readRecurrence, recurrenceZone } from './recurrence.ts';

/** `cancelledOccurrences` comes only when it is named, and exceptions only when they are expanded; they have what is selected. */
const query = `?${selectEvent},recurrence,cancelledOccurrences,exceptionOccurrences&$expand=exceptionOccurrences`;

const shape = z.looseObject({
  recurrence: z.unknown(),
  cancelledOccurrences: z.array(z.string()).nullish(),
  exceptionOccurrences: z.array(z.unknown()).nullish(),
  'exceptionOccurrences@odata.nextLink': z.string().optional(),
});

/** A series whose exceptions were not looked at yet. */
interface Draft {
  readonly series: Omit<ExchangeSeries, 'exceptions'>;
  readonly body: z.infer<typeof shape>;
}

/**
 * Series as they are now, in one request each; null for those that do not exist or are none. What cannot be read is left out.
 * Source: "Get event" of Microsoft Graph, `$expand` on a series master.
 */
export async function readSeries(
  calls: MailboxCalls,
  ids: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, ExchangeSeries | null>> {
  const drafts = await readItems<Draft | null>(calls, ids, {
    operation: 'readSeries',
    pathOf: (id) => calls.paths.event(id) + query,
    read: draftOf,
  });
  const found = new Map<ExchangeId, ExchangeSeries | null>();
  for (const [id, draft] of drafts) {
    const series = draft && (await withExceptions(calls, draft));
    if (series !== undefined) found.set(id, series);
  }
  return found;
}

/** Null when the event is no series. */
function draftOf(body: unknown): Draft | null | undefined {
  const read = readWholeEvent(body);
  if (read.kind !== 'event') return undefined;
  const master = read.event;
  if (master.type !== 'seriesMaster') return null;
  const parsed = shape.safeParse(body);
  const recurrence = readRecurrence(parsed.data?.recurrence);
  if (!parsed.success || recurrence === null) return undefined;
  const zone = recurrenceZone(parsed.data.recurrence) ?? master.zone;
  const cancelled = (parsed.data.cancelledOccurrences ?? []).flatMap((one) => dateOfOccurrence(one) ?? []);
  return { series: { master, recurrence, zone, cancelled }, body: parsed.data };
}

/**
 * Null when the series is gone by now, and undefined when an exception cannot be read: the series without it would move that
 * back to where it was.
 */
async function withExceptions(
  calls: MailboxCalls,
  { series, body }: Draft,
): Promise<ExchangeSeries | null | undefined> {
  const { exceptionOccurrences: expanded, 'exceptionOccurrences@odata.nextLink': next } = body;
  const rest = expanded && next === undefined ? [] : await restOfExceptions(calls, series.master.id, next);
  if (rest === null) return null;
  const exceptions = [...(expanded ?? []), ...rest].map((one) => exceptionOf(one, series));
  const readable = exceptions.filter((one) => one !== undefined);
  return readable.length === exceptions.length ? { ...series, exceptions: readable } : undefined;
}

/** What an expanded exception does not say it has from its series. */
function exceptionOf(body: unknown, { master, zone }: Draft['series']): ExchangeEvent | undefined {
  const own = {
    '@odata.etag': master.etag,
    ...(body as object),
    type: 'exception',
    seriesMasterId: master.id,
  };
  const read = readWholeEvent(own, zone);
  return read.kind === 'event' && read.event.originalDate !== null ? read.event : undefined;
}
