import type { AttendeeStatus } from '../../domain/attendance.ts';
import type { EventResponse } from '../../domain/event.ts';
import type { Fingerprint } from '../../domain/ids.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { emailKey } from '../pairing/match-keys.ts';
import type { EventItem } from './event-item.ts';

/** Somebody whom a meeting is with, beside the mailbox's own person. */
export interface Person {
  /** Hash of the address; the same as that of a contact who has it. */
  readonly key: Fingerprint;
  /** In lower case. */
  readonly email: string;
  readonly isOrganizer: boolean;
  /** Null where the copy does not tell: only the organiser's knows the answers of the others. */
  readonly status: AttendeeStatus | null;
  /** ISO instant of the answer. */
  readonly responded: string | null;
}

/** The words of EventRelation.Status for those of Graph. */
const statuses: Readonly<Record<EventResponse, AttendeeStatus>> = {
  none: 'New',
  notResponded: 'New',
  organizer: 'New',
  tentativelyAccepted: 'Undecided',
  accepted: 'Accepted',
  declined: 'Declined',
};

/** Whom a meeting is with: who was invited, rooms left out, and the organiser where it is somebody else; each address once. */
export function peopleOf({ event }: EventItem, own: string, fingerprint: TakeFingerprint): readonly Person[] {
  const organizer = event.isOrganizer ? null : event.organizer;
  const all = [
    ...(organizer === null ? [] : [{ email: organizer, isOrganizer: true, status: null, responded: null }]),
    ...event.attendees
      .filter(({ type }) => type !== 'resource')
      .map(({ email, response, responded }) => ({
        email,
        isOrganizer: false,
        status: event.isOrganizer ? statuses[response] : null,
        responded: event.isOrganizer ? responded : null,
      })),
  ];
  const people = new Map<Fingerprint, Person>();
  const ownKey = emailKey(own, fingerprint);
  for (const person of all) {
    const key = emailKey(person.email, fingerprint);
    if (key !== null && key !== ownKey && !people.has(key))
      people.set(key, { key, ...person, email: person.email.toLowerCase() });
  }
  return [...people.values()];
}
