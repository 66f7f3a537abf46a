import type { Zone } from '../recurrence/zones.ts';

/** A moment of an event: the wall clock of the zone it was written in, and the instant that is. */
export interface EventTime {
  civil: number;
  zone: Zone;
  instant: number;
}

/** A body as Exchange keeps it: an HTML document, and the text that it shows. */
export interface EventBody {
  html: string;
  text: string;
}

export type AttendeeType = 'required' | 'optional' | 'resource';

export type Response =
  'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface ResponseStatus {
  response: Response;
  /** `0001-01-01T00:00:00Z` when unset. */
  time: string;
}

export interface Attendee {
  type: AttendeeType;
  status: ResponseStatus;
  emailAddress: { name: string; address: string };
}

/** What an event holds beside its identity, its series and its organizer. */
export interface EventValues {
  subject: string | null;
  body: EventBody;
  start: EventTime;
  end: EventTime;
  isAllDay: boolean;
  location: Record<string, unknown>;
  locations: Record<string, unknown>[];
  attendees: Attendee[];
  importance: string;
  sensitivity: string;
  showAs: string;
  categories: string[];
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  responseRequested: boolean;
  responseStatus: ResponseStatus;
  allowNewTimeProposals: boolean;
  hideAttendees: boolean;
  isOnlineMeeting: boolean;
  onlineMeetingProvider: string;
  onlineMeeting: { joinUrl: string } | null;
}

export const UNSET_TIME = '0001-01-01T00:00:00Z';

/** What a fresh event has that nobody gave it (learn.microsoft.com "Create event"). */
export const DEFAULT_VALUES: Omit<EventValues, 'start' | 'end' | 'responseStatus'> = {
  subject: null,
  body: { html: '', text: '' },
  isAllDay: false,
  location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown' },
  locations: [],
  attendees: [],
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  categories: [],
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
  onlineMeeting: null,
};

/** What a copy has for itself; the rest is the organizer's (learn.microsoft.com "event"; DavMail writes only these). */
export const OWN_TO_A_COPY = [
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'responseStatus',
  'sensitivity',
  'showAs',
] as const satisfies (keyof EventValues)[];
