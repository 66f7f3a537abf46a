import { refuse } from '../errors.ts';
import { UNSET_TIME } from './event-values.ts';
import type { Attendee, AttendeeType } from './event-values.ts';
import { refuseEvent } from './refusals.ts';

const TYPES: readonly AttendeeType[] = ['required', 'optional', 'resource'];

/** Reads `attendees`; who is named twice counts once, and nobody can write a response. */
export function readAttendees(value: unknown, most: number): Attendee[] {
  if (!Array.isArray(value)) throw refuse.bodyValue('attendees', 'Collection(microsoft.graph.attendee)');
  if (value.length > most) throw refuseEvent.tooManyAttendees(most);
  const attendees = new Map<string, Attendee>();
  for (const entry of value as unknown[]) {
    const attendee = readAttendee(entry);
    attendees.set(attendee.emailAddress.address.toLowerCase(), attendee);
  }
  return [...attendees.values()];
}

function readAttendee(entry: unknown): Attendee {
  const { emailAddress, type } = (entry ?? {}) as { emailAddress?: unknown; type?: unknown };
  const { address, name } = (emailAddress ?? {}) as { address?: unknown; name?: unknown };
  if (typeof address !== 'string' || address === '')
    throw refuse.bodyValue('attendees/emailAddress', 'microsoft.graph.emailAddress');
  const found = TYPES.find((one) => typeof type === 'string' && one === type.toLowerCase());
  if (type !== undefined && type !== null && !found)
    throw refuse.bodyValue('attendees/type', 'microsoft.graph.attendeeType');
  return {
    type: found ?? 'required',
    status: { response: 'none', time: UNSET_TIME },
    emailAddress: { name: typeof name === 'string' && name !== '' ? name : address, address },
  };
}

export function isAddress(attendee: { emailAddress: { address: string } }, address: string): boolean {
  return attendee.emailAddress.address.toLowerCase() === address.toLowerCase();
}

/** The new attendees with the responses that those who were there before have given. */
export function withKnownResponses(attendees: readonly Attendee[], before: readonly Attendee[]): Attendee[] {
  return attendees.map((attendee) => ({
    ...attendee,
    status: before.find((old) => isAddress(old, attendee.emailAddress.address))?.status ?? attendee.status,
  }));
}
