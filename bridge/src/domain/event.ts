import type { ExchangeId, RecordId, UserId } from './ids.ts';
import type { ExchangeProperties, Values } from './item.ts';
import type { CivilDate, Recurrence } from './recurrence.ts';

/** When an event happens. Timed: instants in ISO, UTC. All-day: civil dates without a zone, the end exclusive. */
export type EventTime =
  | { readonly isAllDay: false; readonly start: string; readonly end: string }
  | { readonly isAllDay: true; readonly start: CivilDate; readonly end: CivilDate };

/** What an attendee answered; the values of Graph's `responseType`. */
export type EventResponse =
  'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

/** Somebody, or a room, who was invited to a meeting; the organiser is none. */
export interface Attendee {
  readonly email: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: EventResponse;
  /** ISO instant of the answer; null without one. */
  readonly responded: string | null;
}

/** Who may see the details; everything but `normal` counts as private. */
export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';

/** An event of the default calendar as it is in Exchange now: a single one, a series' master, or an exception. */
export interface ExchangeEvent {
  readonly id: ExchangeId;
  /** Absent when the service sent a partial item; a series shares it with its exceptions. */
  readonly etag?: string;
  /** ISO instant, by the server's clock. */
  readonly modified: string;
  readonly type: 'singleInstance' | 'seriesMaster' | 'exception';
  /** Of an exception. */
  readonly masterId: ExchangeId | null;
  /** The date in its series' own zone on which an exception was to be before it was changed. */
  readonly originalDate: CivilDate | null;
  /** One for all copies of a meeting; an exception's differs from its series'. */
  readonly iCalUId: string;
  readonly time: EventTime;
  /** IANA name of the zone that the event was made in; `UTC` when Exchange names none that is known. */
  readonly zone: string;
  readonly isOrganizer: boolean;
  /** On an attendee's copy: the organiser cancelled the meeting. */
  readonly isCancelled: boolean;
  /** E-mail address of the organiser. */
  readonly organizer: string | null;
  readonly attendees: readonly Attendee[];
  readonly sensitivity: Sensitivity;
  /** Outlook categories, as people spell them. */
  readonly categories: readonly string[];
  /** A link to join is part of the body. */
  readonly isOnlineMeeting: boolean;
  /** Opens the event in Outlook on the web. */
  readonly webLink: string | null;
  /** The body as readable text, without the block that people join an online meeting by. */
  readonly text: string;
  /** `subject`, `body`, `location`, `showAs`, `isReminderOn`, `reminderMinutesBeforeStart`, `importance`, as Graph spells
   * them; `singleValueExtendedProperties` where a field is mapped to one. */
  readonly properties: ExchangeProperties;
}

/** Whether Outlook keeps its details from others: `personal` and `confidential` count as private too. */
export function isPrivateEvent({ sensitivity }: ExchangeEvent): boolean {
  return sensitivity !== 'normal';
}

/** A series as one: its master, the dates that differ, and those that were cancelled. */
export interface ExchangeSeries {
  readonly master: ExchangeEvent;
  readonly recurrence: Recurrence;
  /** IANA name of the zone in whose civil time the series happens. */
  readonly zone: string;
  readonly exceptions: readonly ExchangeEvent[];
  /** Original dates of the occurrences that were cancelled. */
  readonly cancelled: readonly CivilDate[];
}

/** An event as it is in Salesforce now. */
export interface SalesforceEvent {
  readonly id: RecordId;
  /** ISO instant of SystemModstamp, by the server's clock. */
  readonly stamp: string;
  readonly modified: string;
  readonly modifiedBy: UserId;
  readonly ownerId: UserId;
  readonly time: EventTime;
  /** Copied by the platform for an invited user. */
  readonly isChild: boolean;
  /** Written by Einstein Activity Capture. */
  readonly isClientManaged: boolean;
  /** A row of a Lightning or classic series, which Tandem never writes. */
  readonly isSeriesRow: boolean;
  /** The row that holds the pattern of such a series, and is no date of it. */
  readonly isPattern: boolean;
  /** Made by Tandem as the copy of an item. */
  readonly isCopy: boolean;
  readonly whoId: string | null;
  readonly values: Values;
}
