import type { SalesforceEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { isPrivateItem, seriesDateOf } from '../../sync/events/event-item.ts';
import type { KnownIssue } from '../../store/store.ts';
import type { CalendarChanges } from './calendar-changes.ts';

const privateEvent = 'Private event';

/** How people know the event; for issues in Salesforce only. Of a private one nothing but its date is said. */
export function eventName(item: EventItem | null, record: SalesforceEvent | null): string {
  const start = (item?.time ?? record?.time)?.start.slice(0, 10) ?? '';
  const isPrivate = item ? isPrivateItem(item) : record?.values.IsPrivate === 'true';
  const subject = item?.event.properties.subject ?? record?.values.Subject;
  const shown = !isPrivate && typeof subject === 'string' && subject.trim() !== '' ? subject.trim() : null;
  return `${shown ?? (isPrivate ? privateEvent : 'Event without a subject')}, ${start}`.slice(0, 255);
}

/** What is left of a private item in its issues, where it had any before it turned private. */
export function reducedName(item: EventItem | null): { readonly reducedTo?: string } {
  return item !== null && isPrivateItem(item) ? { reducedTo: eventName(item, null) } : {};
}

/**
 * What is left in their issues of dates that a private series has no more, or whose links have ended or were forgotten: their
 * subject is that of the series.
 */
export function reducedDates(
  { links, gone, items, series }: CalendarChanges,
  openIssues: readonly Pick<KnownIssue, 'exchangeId'>[],
): ReadonlyMap<ExchangeId, string> {
  const linked = new Set(links.map(({ exchangeId }) => exchangeId));
  const forgotten = openIssues.flatMap(({ exchangeId }) =>
    exchangeId === null || linked.has(exchangeId) ? [] : [{ exchangeId, state: null }],
  );
  return new Map(
    [...links, ...forgotten].flatMap(({ exchangeId, state }) => {
      const date = seriesDateOf(exchangeId);
      const ends = gone.has(exchangeId) || (state !== 'Live' && !items.has(exchangeId));
      if (date === null || !ends || series.get(date.masterId)?.isPrivate !== true) return [];
      return [[exchangeId, `${privateEvent}, ${date.date}`] as const];
    }),
  );
}
