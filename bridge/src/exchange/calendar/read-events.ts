import type { ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { expandMarker, markerOf } from '../marker.ts';
import { readItems } from '../read-items.ts';
import type { ReadEvent } from './event.ts';
import { readWholeEvent, selectEvent } from './event.ts';

/** An event as it is now, with its marker. */
export interface MarkedEvent {
  readonly event: ExchangeEvent;
  readonly marker: string | null;
}

type Whole = Exclude<ReadEvent, { kind: 'partial' }>;

/** Events by id as they are now; null for those that do not exist. What cannot be read is left out. */
export async function readEvents(
  calls: MailboxCalls,
  ids: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, MarkedEvent | null>> {
  return readItems<MarkedEvent>(calls, ids, {
    operation: 'readEvents',
    pathOf: (id) => `${calls.paths.event(id)}?${selectEvent}&${expandMarker}`,
    read(body) {
      const read = readWholeEvent(body);
      return read.kind === 'event' ? { event: read.event, marker: markerOf(body) } : undefined;
    },
  });
}

/** What Exchange has now under these ids, occurrences among them; null for those that do not exist. */
export async function readWhole(
  calls: MailboxCalls,
  ids: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, Whole | null>> {
  return readItems<Whole>(calls, ids, {
    operation: 'readRound',
    pathOf: (id) => `${calls.paths.event(id)}?${selectEvent}`,
    read: (body) => readWholeEvent(body),
  });
}
