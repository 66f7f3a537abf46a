import type { ExchangeId, Fingerprint, RecordId } from './ids.ts';

/** What somebody answered, in the words of EventRelation.Status. */
export type AttendeeStatus = 'New' | 'Accepted' | 'Declined' | 'Undecided';

/** Who stands in Salesforce for somebody who attends: the id of a user, a contact or a lead. */
export type RelatedId = string;

/** What is remembered of somebody who attends a meeting: ids and a keyed hash, never an address or a name. */
export interface KnownAttendee {
  /** Hash of the e-mail address. */
  readonly key: Fingerprint;
  /** Null while nobody was found. */
  readonly relatedId: RelatedId | null;
  /** Whether Tandem made the relation, and so may take it away. */
  readonly byTandem: boolean;
  /** The answer as Salesforce has it from Tandem; null when no copy of the meeting tells it. */
  readonly status: AttendeeStatus | null;
}

/** Who attends the meeting of a record. */
export interface Attendance {
  readonly recordId: RecordId;
  readonly attendees: readonly KnownAttendee[];
}

/** The same as a pass found it by an item of its mailbox. */
export interface SeenAttendance extends Attendance {
  readonly exchangeId: ExchangeId;
  /** Addresses of those whom nobody was found for, for the link's row alone; undefined when they are the same as before. */
  readonly unmatched?: readonly string[];
}
