import { isMarked, isPrivate, markedCategory, timesOf } from './event.ts';
import type { EventChange, EventState } from './event.ts';
import { notesOf, withNotes } from './notes.ts';
import { recurrenceOf, repeatOf } from './repeat.ts';
import type { Repeat } from './repeat.ts';
import { dayAfter, minutesAfter } from './wall-time.ts';

/** An event as the form has it. */
export interface Draft {
  readonly subject: string;
  readonly isAllDay: boolean;
  /** `2026-08-03T09:00` in the zone of the mailbox; of a whole day only the date counts. */
  readonly start: string;
  /** Of a whole day the last one, which is part of it. */
  readonly end: string;
  readonly repeat: Repeat;
  readonly location: string;
  readonly people: readonly string[];
  readonly isOnline: boolean;
  readonly showAs: string;
  readonly isMarked: boolean;
  readonly isPrivate: boolean;
  readonly notes: string;
}

/** The draft of a new event at this time. */
export function newDraft(start: string, end = minutesAfter(start, 30), isAllDay = false): Draft {
  return {
    ...{ subject: '', isAllDay, start, end, location: '', people: [], notes: '' },
    ...{ isOnline: false, showAs: 'busy', isMarked: false, isPrivate: false },
    repeat: repeatOf(null, start),
  };
}

/** The draft of an event that is there. */
export function draftOf(event: EventState, zone: string): Draft {
  const { start, end } = timesOf(event, zone);
  return {
    subject: event.subject ?? '',
    isAllDay: event.isAllDay,
    start,
    end: event.isAllDay ? `${dayAfter(end.slice(0, 10), -1)}T00:00` : end,
    repeat: repeatOf(event.recurrence, start),
    location: event.location.displayName ?? '',
    people: event.isOrganizer ? event.attendees.map(({ emailAddress }) => emailAddress.address) : [],
    isOnline: event.isOnlineMeeting,
    showAs: event.showAs,
    isMarked: isMarked(event),
    isPrivate: isPrivate(event),
    notes: notesOf(event.body.content),
  };
}

/** Why a draft cannot be saved; nothing when it can. */
export function faultOf({ isAllDay, start, end, people, repeat }: Draft): string | undefined {
  if (isAllDay ? end.slice(0, 10) < start.slice(0, 10) : end < start) return 'It ends before it starts.';
  const wrong = people.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
  if (wrong) return `“${wrong}” is no e-mail address.`;
  if (repeat.every === 'week' && repeat.days.length === 0)
    return 'Choose the days of the week on which it repeats.';
  if (repeat.every !== 'never' && repeat.ends === 'on' && repeat.until < start.slice(0, 10))
    return 'The series ends before it starts.';
  return undefined;
}

/**
 * The properties that a draft changes in an event, or all of a new one. What stayed is left out: Exchange mails attendees
 * whatever is written.
 */
export function changeTo(draft: Draft, zone: string, event?: EventState): EventChange {
  const before = event && draftOf(event, zone);
  const differs = (...names: readonly (keyof Draft)[]) =>
    !before || names.some((name) => JSON.stringify(draft[name]) !== JSON.stringify(before[name]));
  const moved = differs('start', 'end', 'isAllDay');
  const isSeries = event?.type !== 'occurrence' && event?.type !== 'exception';
  const ruled =
    isSeries && differs('repeat', 'start') && (draft.repeat.every !== 'never' || event?.recurrence);
  return {
    ...(differs('subject') && { subject: draft.subject }),
    ...((moved || ruled) && times(draft, zone)),
    ...(ruled && { recurrence: recurrenceOf(draft.repeat, draft.start, event?.recurrence) }),
    ...(differs('location') && { location: { displayName: draft.location } }),
    ...(differs('people') &&
      (event || draft.people.length > 0) && { attendees: attendees(draft.people, event) }),
    ...(differs('isOnline') && (event || draft.isOnline) && online(draft.isOnline)),
    ...(differs('showAs') && { showAs: draft.showAs }),
    ...(differs('isMarked') && (event || draft.isMarked) && { categories: categories(draft, event) }),
    ...(differs('isPrivate') && { sensitivity: draft.isPrivate ? 'private' : 'normal' }),
    ...(differs('notes') && (event || draft.notes) && { body: withNotes(draft.notes, event?.body.content) }),
  };
}

/** Start and end as Graph takes them, of a draft whose last whole day is part of it. */
export function times({ isAllDay, start, end }: Pick<Draft, 'isAllDay' | 'start' | 'end'>, timeZone: string) {
  const at = (time: string) => ({ dateTime: `${time}:00`, timeZone });
  if (!isAllDay) return { isAllDay, start: at(start), end: at(end) };
  return {
    isAllDay,
    start: at(`${start.slice(0, 10)}T00:00`),
    end: at(`${dayAfter(end.slice(0, 10))}T00:00`),
  };
}

const online = (isOnlineMeeting: boolean) => ({
  isOnlineMeeting,
  ...(isOnlineMeeting && { onlineMeetingProvider: 'teamsForBusiness' }),
});

/** Who was there stays as required or optional as they were. */
const attendees = (people: readonly string[], event?: EventState) =>
  people.map((address) => {
    const known = event?.attendees.find(({ emailAddress }) => emailAddress.address === address);
    return known
      ? { type: known.type, emailAddress: known.emailAddress }
      : { type: 'required', emailAddress: { address } };
  });

const categories = ({ isMarked: marked }: Draft, event?: EventState) => [
  ...(event?.categories ?? []).filter((category) => category !== markedCategory),
  ...(marked ? [markedCategory] : []),
];
