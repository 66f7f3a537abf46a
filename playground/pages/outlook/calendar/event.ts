import { wallTime } from './wall-time.ts';

export interface Attendee {
  readonly type: 'required' | 'optional' | 'resource';
  readonly emailAddress: { readonly name?: string; readonly address: string };
  readonly status?: { readonly response: string };
}

export interface Recurrence {
  readonly pattern: {
    readonly type: string;
    readonly interval: number;
    readonly daysOfWeek: readonly string[];
    readonly dayOfMonth: number;
    readonly month: number;
    readonly index: string;
    readonly firstDayOfWeek: string;
  };
  readonly range: {
    readonly type: 'endDate' | 'noEnd' | 'numbered';
    readonly startDate: string;
    readonly endDate: string;
    readonly numberOfOccurrences: number;
    readonly recurrenceTimeZone: string;
  };
}

/** A single event, a series or one date of it as the emulated mailbox tells it: Graph's properties, times in UTC. */
export interface EventState {
  readonly id: string;
  readonly type: 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception';
  /** The series of a date. */
  readonly seriesMasterId: string | null;
  /** The original date of a date of a series. */
  readonly date?: string;
  readonly changeKey: string;
  readonly subject: string | null;
  readonly body: { readonly content: string };
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly isOrganizer: boolean;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly location: { readonly displayName?: string };
  readonly attendees: readonly Attendee[];
  readonly organizer: { readonly emailAddress: { readonly name?: string; readonly address: string } };
  readonly responseStatus: { readonly response: string };
  readonly categories: readonly string[];
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly recurrence: Recurrence | null;
}

/** Properties of Graph that change. */
export type EventChange = Readonly<Record<string, unknown>>;

/** The category that marks an event for Salesforce. */
export const markedCategory = 'Salesforce';

export const isMarked = ({ categories }: EventState) => categories.includes(markedCategory);
export const isPrivate = ({ sensitivity }: EventState) => sensitivity !== 'normal';
export const isOfSeries = ({ type }: EventState) => type === 'occurrence' || type === 'exception';
export const titleOf = ({ subject }: Pick<EventState, 'subject'>) => subject?.trim() || '(No subject)';

/** Whether its owner was invited and has not answered. */
export const isUnanswered = ({ isOrganizer, isCancelled, responseStatus }: EventState) =>
  !isOrganizer && !isCancelled && ['notResponded', 'none'].includes(responseStatus.response);

/** Who gets mail when the organiser changes it: everybody who is invited. */
export const guestsOf = ({ isOrganizer, attendees }: EventState) =>
  isOrganizer ? attendees.map(({ emailAddress }) => emailAddress.address) : [];

/** When it starts and ends, as `2026-08-03T09:00` in the zone of the mailbox; whole days have midnights. */
export function timesOf({ start, end, isAllDay }: EventState, zone: string) {
  const read = (dateTime: string) =>
    isAllDay ? dateTime.slice(0, 16) : wallTime(new Date(`${dateTime.slice(0, 19)}Z`), zone);
  return { start: read(start.dateTime), end: read(end.dateTime) };
}
