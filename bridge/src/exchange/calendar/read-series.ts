import { z } from 'zod';
import type { ExchangeEvent, ExchangeSeries } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { readItems } from '../read-items.ts';
import { readWholeEvent, selectEvent } from './event.ts';
import { dateOfOccurrence } from './original-date.ts';
import { readRecurrence, recurrenceZone } from './recurrence.ts';

const operation = 'readSeries';

/** `cancelledOccurrences` comes only when it is named, and `exceptionOccurrences` only when it is expanded. */
const query = `?${selectEvent},recurrence,cancelledOccurrences&$expand=exceptionOccurrences`;

const shape = z.looseObject({
  recurrence: z.unknown(),
  cancelledOccurrences: z.array(z.string()).nullish(),
  exceptionOccurrences: z.array(z.unknown()),
});

/** Series as they are now, in one request each; null for those that do not exist or are none. What cannot be read is left out. */
export async function readSeries(
  calls: MailboxCalls,
  ids: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, ExchangeSeries | null>> {
  return readItems<ExchangeSeries | null>(calls, ids, {
    operation,
    pathOf: (id) => calls.paths.event(id) + query,
    read: seriesOf,
  });
}

/** Null when the event is no series. */
function seriesOf(body: unknown): ExchangeSeries | null | undefined {
  const read = readWholeEvent(body);
  if (read.kind !== 'event') return undefined;
  const master = read.event;
  if (master.type !== 'seriesMaster') return null;
  const parsed = shape.safeParse(body);
  if (!parsed.success) return undefined;
  const recurrence = readRecurrence(parsed.data.recurrence);
  if (recurrence === null) return undefined;
  const zone = recurrenceZone(parsed.data.recurrence) ?? master.zone;
  const exceptions = parsed.data.exceptionOccurrences.map((one) => exceptionOf(one, zone));
  if (exceptions.includes(null)) return undefined;
  return {
    master,
    recurrence,
    zone,
    exceptions: exceptions.filter((one) => one !== null),
    cancelled: (parsed.data.cancelledOccurrences ?? []).flatMap((one) => dateOfOccurrence(one) ?? []),
  };
}

/** Null when it cannot be read: a series without one of its exceptions would move that back to where it was. */
function exceptionOf(body: unknown, zone: string): ExchangeEvent | null {
  const read = readWholeEvent(body, zone);
  return read.kind === 'event' && read.event.originalDate !== null ? read.event : null;
}
