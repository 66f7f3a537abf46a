import type { CalendarItem, CalendarSnapshot, EventSnapshot } from './event-snapshot.ts';

/** Private, personal and confidential count as private, and so does a meeting that one synced person's copy of is. */
export function isPrivateMeeting(snapshot: EventSnapshot, meeting: string): boolean {
  return privateCopies(snapshot, meeting).length > 0;
}

/** Whether the details of the meeting are kept from Salesforce, by the setting of someone who keeps it private. */
export function isHiddenFrom(snapshot: EventSnapshot, meeting: string): boolean {
  return privateCopies(snapshot, meeting).some(({ policy }) => policy.privateEvents !== 'Full');
}

/** Whether somebody keeps it private of whose private events nothing syncs. */
export function isSkipped(snapshot: EventSnapshot, meeting: string): boolean {
  return privateCopies(snapshot, meeting).some(({ policy }) => policy.privateEvents === 'Skip');
}

function privateCopies({ calendars }: EventSnapshot, meeting: string): CalendarSnapshot[] {
  return calendars.filter(({ items }) => items.some((item) => item.meeting === meeting && isPrivate(item)));
}

function isPrivate({ properties }: CalendarItem): boolean {
  return properties.sensitivity !== 'normal';
}
