import { GraphError } from '../errors.ts';
import { mailboxAt } from '../mail/deed.ts';
import type { Deed } from '../mail/deed.ts';
import { copyOf } from '../mail/copies.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { z } from 'zod';
import type { EventRecord } from './calendar.ts';
import { eventChange } from './event-change.ts';
import { receiveInvitation } from './invitations.ts';
import { createMeeting, deleteInstance, editInstance } from './meetings.ts';
import type { Place } from './meetings.ts';
import { ANSWERS, receiveResponse, respond } from './responses.ts';
import type { Answer } from './responses.ts';
import { instanceOn } from './series.ts';

/**
 * An event to seed: Graph's properties, and beside them `exceptions` (changes of occurrences, each with its original
 * `date`), `cancelled` (original dates), `organizer` and `uid` (an invitation from outside), `madeBy`, the name of the
 * zone it was written in; the attendees' `status` are answers that they have given.
 */
export const eventSeedSchema = z.looseObject({
  exceptions: z.array(z.looseObject({ date: z.iso.date() })).optional(),
  cancelled: z.array(z.iso.date()).optional(),
  organizer: z.strictObject({ name: z.string().optional(), address: z.string() }).optional(),
  uid: z.string().optional(),
  madeBy: z.enum(['api', 'people']).optional(),
  originalStartTimeZone: z.string().optional(),
});

export type EventSeed = z.input<typeof eventSeedSchema>;

/** Puts an event into the calendar, and copies into those of its attendees, without a mail. */
export function seedEvent(
  deed: Deed,
  mailbox: MailboxRecord,
  seed: z.output<typeof eventSeedSchema>,
): EventRecord {
  const { exceptions = [], cancelled = [], organizer, uid, madeBy = 'people', ...rest } = seed;
  const { originalStartTimeZone, ...event } = rest;
  const silent: Deed = { ...deed, by: madeBy, silent: true };
  const change = eventChange(event, deed.moment);
  const record = organizer
    ? receiveInvitation(silent, mailbox, { change, organizer, uid })
    : createMeeting(silent, mailbox, change);
  for (const { date, ...own } of exceptions) {
    editInstance(silent, { mailbox, record }, known(deed, record, date), eventChange(own, deed.moment));
  }
  for (const date of cancelled) deleteInstance(silent, { mailbox, record }, known(deed, record, date));
  if (originalStartTimeZone !== undefined) nameZone(record, originalStartTimeZone);
  if (record.isOrganizer) answered(silent, { mailbox, record }, event.attendees);
  return record;
}

/** Lets the event say that it was written in a zone of this name, which Exchange need not know. */
function nameZone(record: EventRecord, name: string): void {
  const { values, recurrence } = record;
  values.start = { ...values.start, zone: { ...values.start.zone, name } };
  values.end = { ...values.end, zone: { ...values.end.zone, name } };
  if (!recurrence) return;
  record.recurrence = { ...recurrence, range: { ...recurrence.range, recurrenceTimeZone: name } };
}

/** Answers as the seed's attendees have answered. */
function answered(deed: Deed, place: Place, attendees: unknown): void {
  for (const { emailAddress, status } of seededAttendees.parse(attendees ?? [])) {
    const answer = ANSWER_BY_RESPONSE.get(status?.response ?? '');
    if (!answer) continue;
    const mailbox = mailboxAt(deed.tenant, emailAddress.address);
    const copy = mailbox && copyOf(mailbox, place.record);
    if (copy && copy !== place.record)
      respond(deed, { mailbox, record: copy }, undefined, { answer, sendResponse: true });
    else receiveResponse(deed, place, emailAddress.address, answer);
  }
}

const seededAttendees = z.array(
  z.looseObject({
    emailAddress: z.looseObject({ address: z.string() }),
    status: z.looseObject({ response: z.string() }).optional(),
  }),
);

const ANSWER_BY_RESPONSE = new Map<string, Answer>(
  (Object.keys(ANSWERS) as Answer[]).map((answer) => [ANSWERS[answer], answer]),
);

function known({ moment }: Deed, record: EventRecord, date: string) {
  const instance = instanceOn(record, date, moment.quirks);
  if (!instance) throw new GraphError(400, 'Seed', `the series has no occurrence on ${date}`);
  return instance;
}
