import type { SalesforceEvent } from '../../domain/event.ts';
import type { EventItem } from '../../sync/events/event-item.ts';

/** How people know the event; for issues in Salesforce only. Of a private one nothing but its date is said. */
export function eventName(item: EventItem | null, record: SalesforceEvent | null): string {
  const start = (item?.time ?? record?.time)?.start.slice(0, 10) ?? '';
  const isPrivate = item ? isPrivateItem(item) : record?.values.IsPrivate === 'true';
  const subject = item?.event.properties.subject ?? record?.values.Subject;
  const shown = !isPrivate && typeof subject === 'string' && subject.trim() !== '' ? subject.trim() : null;
  return `${shown ?? (isPrivate ? 'Private event' : 'Event without a subject')}, ${start}`.slice(0, 255);
}

/** What is left of a private item in its issues, where it had any before it turned private. */
export function reducedName(item: EventItem | null): { readonly reducedTo?: string } {
  return item !== null && isPrivateItem(item) ? { reducedTo: eventName(item, null) } : {};
}

function isPrivateItem({ event }: EventItem): boolean {
  return event.sensitivity !== 'normal';
}
