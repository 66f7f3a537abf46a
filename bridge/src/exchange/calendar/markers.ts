import { Fault } from '../../domain/fault.ts';
import type { ExchangeEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { expandMarker, filterByMarker } from '../marker.ts';
import { markersIn } from '../markers.ts';
import { readWholeEvent, selectEvent } from './event.ts';
import { isException } from './event-shape.ts';
import { readCalendarList } from './list.ts';

/** Markers of all single events and masters that carry one; a series' exceptions carry its own, and are left out. */
export async function readMarkers({ sender, paths }: MailboxCalls): Promise<ReadonlyMap<ExchangeId, string>> {
  const path = `${paths.events}?$top=999&$select=id,type&${expandMarker}`;
  const items = await readCalendarList(sender, path, 'readMarkers');
  return markersIn(items.filter((body) => !isException(body)));
}

/** Single events and masters that carry this marker. One that cannot be read is a Fault: leaving it out would make a copy. */
export async function findByMarker(
  { sender, paths }: MailboxCalls,
  marker: string,
): Promise<readonly ExchangeEvent[]> {
  const operation = 'findByMarker';
  const path = `${paths.events}?${filterByMarker(marker)}&${selectEvent}`;
  const items = await readCalendarList(sender, path, operation);
  return items
    .filter((body) => !isException(body))
    .map((body) => {
      const read = readWholeEvent(body);
      if (read.kind !== 'event')
        throw new Fault('TDM-X-ANSWER', `${operation}: an event that cannot be read`);
      return read.event;
    });
}
