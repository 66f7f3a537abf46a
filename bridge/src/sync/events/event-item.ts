import type { EventTime, ExchangeEvent } from '../../domain/event.ts';
import { isPrivateEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { CivilDate } from '../../domain/recurrence.ts';

/** Which date of which series an item is; the date is the one that the series' rule gives, wherever it was moved to. */
export interface SeriesDate {
  readonly masterId: ExchangeId;
  readonly date: CivilDate;
}

/** What a link of events pairs with a record: a single event, or one date of a series. */
export interface EventItem {
  /** The id that the link knows it by: that of a single event; `<master id>/<original date>` of a date of a series. */
  readonly id: ExchangeId;
  /** Where its values stand: the single event, the exception, or the master of an occurrence like all others. */
  readonly event: ExchangeEvent;
  readonly time: EventTime;
  readonly series: SeriesDate | null;
  /** Another synced mailbox's copy of the meeting is private, so that this one is taken as private too. */
  readonly isPrivateElsewhere?: boolean;
}

/** Whether nobody else may see the details of an item: of all copies of a meeting the strictest counts. */
export function isPrivateItem({ event, isPrivateElsewhere }: EventItem): boolean {
  return isPrivateElsewhere === true || isPrivateEvent(event);
}

/** The id of one date of a series, as links know it. */
export function seriesItemId({ masterId, date }: SeriesDate): ExchangeId {
  return as<ExchangeId>(`${masterId}/${date}`);
}

/** Which date of which series an id names; null for a single event. Ids of Exchange may hold slashes too. */
export function seriesDateOf(id: ExchangeId): SeriesDate | null {
  const [, masterId, date] = /^(.+)\/(\d{4}-\d{2}-\d{2})$/.exec(id) ?? [];
  return masterId === undefined || date === undefined ? null : { masterId: as<ExchangeId>(masterId), date };
}

/** A single event as an item. */
export function singleItem(event: ExchangeEvent): EventItem {
  return { id: event.id, event, time: event.time, series: null };
}

/** The version on whose condition an item is written. An occurrence like all others has that of its series, which its own is not. */
export function etagOf({ event, series }: EventItem): string | null {
  return series !== null && event.type === 'seriesMaster' ? null : (event.etag ?? null);
}

/**
 * By what all copies of a meeting are known: the iCalUId of the single event or the master, with the original date. The
 * iCalUId of an exception is its own, so that of its master is given.
 */
export function meetingOf({ event, series }: EventItem, masterUid: string = event.iCalUId): string {
  return series === null ? event.iCalUId : `${masterUid}/${series.date}`;
}
