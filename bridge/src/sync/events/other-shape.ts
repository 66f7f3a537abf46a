import { civilOf, textOf } from '../../domain/zone.ts';
import type { EventItem } from './event-item.ts';

/**
 * What an item was when its event was a single one, or the date that a single event was of a series. `masterUid`: of an exception, whose
 * iCalUId is its own.
 */
export function otherShape(item: EventItem, masterUid: string = item.event.iCalUId): EventItem {
  const { event, time, series } = item;
  if (series !== null) return { ...item, event: { ...event, iCalUId: masterUid }, series: null };
  const date = time.isAllDay ? time.start : textOf(civilOf(Date.parse(time.start), event.zone)).slice(0, 10);
  return { ...item, series: { masterId: item.id, date } };
}
