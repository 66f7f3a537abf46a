import type { Deed } from '../mail/deed.ts';
import { senderOf } from '../mail/deed.ts';
import { deliver, deliverCancellation, deliverCancelledDate } from '../mail/copies.ts';
import { mailAbout } from '../mail/meeting-mail.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { changedContent, changedInstance, newContent } from './apply-change.ts';
import type { EventRecord } from './calendar.ts';
import type { EventChange } from './event-change.ts';
import { mintUid } from './event-ids.ts';
import {
  addEvent,
  cancelDate,
  removeEvent,
  replaceContent,
  setException,
  setExtended,
} from './mailbox-events.ts';
import { mailTheChange } from './meeting-update.ts';
import { refuseEvent } from './refusals.ts';
import type { Instance } from './series.ts';
import { OWN_TO_A_COPY } from './event-values.ts';
import type { EventValues } from './event-values.ts';

/** Where a deed happens: in whose mailbox, to which event. */
export interface Place {
  mailbox: MailboxRecord;
  record: EventRecord;
}

/** Creates an event; its attendees are invited. A known `transactionId` gives the event that it made. */
export function createMeeting(deed: Deed, mailbox: MailboxRecord, change: EventChange): EventRecord {
  const { transactionId } = change;
  const known = transactionId === undefined ? undefined : mailbox.calendar.byTransaction.get(transactionId);
  if (known) return known;
  const { moment } = deed;
  const organizer = senderOf(mailbox);
  const uid = mintUid(moment.now, mailbox.id, mailbox.serial + 1);
  const content = newContent(change, { uid, organizer }, moment);
  const record = addEvent(mailbox, content, { uid, transactionId, isOrganizer: true, organizer }, moment);
  setExtended(record.extended, change.extended);
  if (deed.by === 'api' && moment.quirks.changeKeyDriftOnEvents) mailbox.calendar.drifting.add(record);
  mailAbout(deed, record, {
    from: organizer.address,
    to: record.values.attendees.map(({ emailAddress }) => emailAddress.address),
    kind: 'invitation',
    why: ['created'],
  });
  deliver(deed, record);
  return record;
}

/** Changes a single event or a series as a whole. */
export function editMeeting(deed: Deed, { mailbox, record }: Place, change: EventChange): void {
  checkOwner(deed, record, change);
  const before = record.values;
  const content = changedContent(record, change, deed.moment);
  const rule = record.recurrence;
  replaceContent(mailbox, record, content, deed.moment);
  setExtended(record.extended, change.extended);
  if (!record.isOrganizer) return;
  mailTheChange(deed, record, { change, before, ruleChanged: rule !== content.recurrence });
  deliver(deed, record);
}

/** Changes one occurrence, which becomes an exception. */
export function editInstance(
  deed: Deed,
  { mailbox, record }: Place,
  instance: Instance,
  change: EventChange,
): void {
  checkOwner(deed, record, change);
  const before = record.exceptions.get(instance.date)?.values.attendees ?? record.values.attendees;
  const values = changedInstance(record, instance, change, deed.moment);
  setException(mailbox, record, instance.date, ownOf(values, change), change.extended, deed.moment);
  if (!record.isOrganizer) return;
  mailTheChange(deed, record, {
    change,
    before: { ...record.values, attendees: before },
    ruleChanged: false,
    date: instance.date,
  });
  deliver(deed, record);
}

/** What an exception keeps for itself: what was named, with what follows from it. */
function ownOf(values: EventValues, change: EventChange): Partial<EventValues> {
  const names = new Set<string>(Object.keys(change.values));
  if (names.has('body') || names.has('isOnlineMeeting'))
    for (const name of ['body', 'isOnlineMeeting', 'onlineMeetingProvider', 'onlineMeeting']) names.add(name);
  if (names.has('start') || names.has('end')) names.add('start').add('end');
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

/** Deletes an event; the organizer's deletion cancels the meeting, an attendee's removes only the own copy. */
export function deleteMeeting(
  deed: Deed,
  { mailbox, record }: Place,
  options: { comment?: string | undefined; purged?: boolean } = {},
): void {
  if (record.isOrganizer) {
    mailAbout(deed, record, {
      from: record.organizer.address,
      to: record.values.attendees.map(({ emailAddress }) => emailAddress.address),
      kind: 'cancellation',
      why: ['deleted'],
      comment: options.comment,
    });
    deliverCancellation(deed, record, record.values.attendees);
  }
  removeEvent(mailbox, record, deed.moment, options.purged);
}

/** Takes one occurrence out of a series, with a cancellation when it is the organizer's. */
export function deleteInstance(
  deed: Deed,
  { mailbox, record }: Place,
  { date, exception }: Instance,
  comment?: string,
): void {
  if (record.isOrganizer) {
    const attendees = exception?.values.attendees ?? record.values.attendees;
    mailAbout(deed, record, {
      from: record.organizer.address,
      to: attendees.map(({ emailAddress }) => emailAddress.address),
      kind: 'cancellation',
      why: ['deleted'],
      date,
      comment,
    });
    deliverCancelledDate(deed, record, date);
  }
  cancelDate(mailbox, record, date, deed.moment);
}

const OWN_NAMES = new Set<string>([...OWN_TO_A_COPY, 'singleValueExtendedProperties', 'transactionId']);

/** On an attendee's copy only what is private to it can be written (unproven, a switch), save by the organizer's mail. */
function checkOwner({ moment, silent }: Deed, record: EventRecord, { named }: EventChange): void {
  if (silent || record.isOrganizer || moment.quirks.attendeeCopyEdits === 'keep') return;
  if ([...named].some((name) => !OWN_NAMES.has(name))) throw refuseEvent.organizerOnly('change');
}
