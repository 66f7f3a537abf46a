import { GraphError } from '../errors.ts';
import type { Deed } from '../mail/deed.ts';
import { deliver } from '../mail/copies.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { z } from 'zod';
import { newContent } from './apply-change.ts';
import type { EventRecord } from './calendar.ts';
import { eventChange } from './event-change.ts';
import { UNSET_TIME } from './event-values.ts';
import { addEvent, setExtended } from './mailbox-events.ts';
import { createMeeting, deleteInstance, editInstance } from './meetings.ts';
import { instanceOn } from './series.ts';

/**
 * An event to seed: Graph's properties, and beside them `exceptions` (changes of occurrences, each with its original
 * `date`), `cancelled` (original dates), `organizer` and `uid` (an invitation from outside), `madeBy`.
 */
export const eventSeedSchema = z.looseObject({
  exceptions: z.array(z.looseObject({ date: z.iso.date() })).optional(),
  cancelled: z.array(z.iso.date()).optional(),
  organizer: z.strictObject({ name: z.string().optional(), address: z.string() }).optional(),
  uid: z.string().optional(),
  madeBy: z.enum(['api', 'people']).optional(),
});

export type EventSeed = z.input<typeof eventSeedSchema>;

/** Puts an event into the calendar, and copies into those of its attendees, without a mail. */
export function seedEvent(
  deed: Deed,
  mailbox: MailboxRecord,
  seed: z.output<typeof eventSeedSchema>,
): EventRecord {
  const { exceptions = [], cancelled = [], organizer, uid, madeBy = 'people', ...event } = seed;
  const silent: Deed = { ...deed, by: madeBy, silent: true };
  const change = eventChange(event, deed.moment);
  const record = organizer
    ? receiveInvitation(silent, mailbox, { change, organizer, uid })
    : createMeeting(silent, mailbox, change);
  for (const { date, ...own } of exceptions) {
    editInstance(silent, { mailbox, record }, known(deed, record, date), eventChange(own, deed.moment));
  }
  for (const date of cancelled) deleteInstance(silent, { mailbox, record }, known(deed, record, date));
  if (record.isOrganizer && cancelled.length > 0) deliver(silent, record);
  return record;
}

export interface Invitation {
  change: ReturnType<typeof eventChange>;
  organizer: { name?: string | undefined; address: string };
  uid?: string | undefined;
}

/** An invitation by somebody outside: the copy of an attendee, as Exchange puts it into the calendar. */
export function receiveInvitation(deed: Deed, mailbox: MailboxRecord, invitation: Invitation): EventRecord {
  const { change, uid = `${mailbox.id}-${mailbox.serial + 1}@outside` } = invitation;
  const { address, name = address } = invitation.organizer;
  const organizer = { name, address };
  const content = newContent(change, { uid, organizer }, deed.moment);
  const status = { response: 'none', time: UNSET_TIME } as const;
  content.values = {
    ...content.values,
    attendees: [{ type: 'required', status, emailAddress: organizer }, ...content.values.attendees],
    responseStatus: { response: 'notResponded', time: UNSET_TIME },
    showAs: change.values.showAs ?? 'tentative',
  };
  const origin = { uid, transactionId: undefined, isOrganizer: false, organizer };
  const record = addEvent(mailbox, content, origin, deed.moment);
  setExtended(record.extended, change.extended);
  return record;
}

function known({ moment }: Deed, record: EventRecord, date: string) {
  const instance = instanceOn(record, date, moment.quirks);
  if (!instance) throw new GraphError(400, 'Seed', `the series has no occurrence on ${date}`);
  return instance;
}
