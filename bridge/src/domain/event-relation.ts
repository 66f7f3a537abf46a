import type { AttendeeStatus, RelatedId } from './attendance.ts';
import type { RecordId, UserId } from './ids.ts';

/** Somebody or something that a Salesforce event is with, or who is invited to it. */
export interface EventRelation {
  /** Id of the row. */
  readonly id: string;
  readonly eventId: RecordId;
  readonly relationId: RelatedId;
  readonly status: AttendeeStatus | null;
  /** A related contact or lead; where Shared Activities is off none is. */
  readonly isParent: boolean;
  readonly isInvitee: boolean;
  /** The record that the event is about. */
  readonly isWhat: boolean;
  readonly createdById: UserId;
}

/** A relation to be made. Without Shared Activities it is an invitation, whatever it is to be. */
export interface NewRelation {
  readonly eventId: RecordId;
  readonly relationId: RelatedId;
  readonly isParent: boolean;
  readonly isInvitee: boolean;
  readonly status: AttendeeStatus;
  /** ISO instant of the answer. */
  readonly responded: string | null;
}

/** What somebody answered; it makes an invitee of a related contact. */
export interface RelationChange {
  readonly id: string;
  readonly status: AttendeeStatus;
  readonly responded: string | null;
}
