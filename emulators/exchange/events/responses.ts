import { mailboxAt, senderOf } from '../mail/deed.ts';
import type { Deed } from '../mail/deed.ts';
import { copyOf } from '../mail/copies.ts';
import { mailAbout } from '../mail/meeting-mail.ts';
import { isAddress } from './attendees.ts';
import type { Attendee, ResponseStatus } from './event-values.ts';
import { cancelDate, removeEvent, replaceContent, setException } from './mailbox-events.ts';
import type { Place } from './meetings.ts';
import { refuseEvent } from './refusals.ts';
import type { Instance } from './series.ts';

export const ANSWERS = {
  accept: 'accepted',
  tentativelyAccept: 'tentativelyAccepted',
  decline: 'declined',
} as const;

export type Answer = keyof typeof ANSWERS;

export interface GivenAnswer {
  answer: Answer;
  comment?: string | undefined;
  /** Without it the organizer hears nothing. */
  sendResponse: boolean;
}

/** An attendee answers an invitation, to a whole meeting or to one occurrence; declining takes it off the calendar. */
export function respond(deed: Deed, place: Place, instance: Instance | undefined, given: GivenAnswer): void {
  const { mailbox, record } = place;
  const { moment } = deed;
  if (record.isOrganizer) throw refuseEvent.organizerResponds();
  const response = ANSWERS[given.answer];
  const responseStatus = { response, time: moment.now.toISOString() };
  const showAs = response === 'accepted' ? 'busy' : 'tentative';
  if (given.sendResponse) tellOrganizer(deed, place, instance, given, responseStatus);
  if (response === 'declined') {
    if (instance) cancelDate(mailbox, record, instance.date, moment);
    else removeEvent(mailbox, record, moment);
  } else if (instance) {
    setException(mailbox, record, instance.date, { responseStatus, showAs }, [], moment);
  } else {
    const values = { ...record.values, responseStatus, showAs };
    replaceContent(mailbox, record, { values, recurrence: record.recurrence }, moment);
  }
}

function tellOrganizer(
  deed: Deed,
  { mailbox, record }: Place,
  instance: Instance | undefined,
  given: GivenAnswer,
  status: ResponseStatus,
): void {
  const from = senderOf(mailbox).address;
  mailAbout(deed, record, {
    from,
    to: [record.organizer.address],
    kind: 'response',
    why: [ANSWERS[given.answer]],
    date: instance?.date,
    comment: given.comment,
  });
  const organizing = mailboxAt(deed.tenant, record.organizer.address);
  if (!organizing) return;
  const meeting = copyOf(organizing, record);
  if (!meeting?.isOrganizer) return;
  const answered = (attendees: readonly Attendee[]) =>
    attendees.map((one) => (isAddress(one, from) ? { ...one, status } : one));
  if (instance) {
    const attendees = meeting.exceptions.get(instance.date)?.values.attendees ?? meeting.values.attendees;
    setException(organizing, meeting, instance.date, { attendees: answered(attendees) }, [], deed.moment);
  } else {
    const values = { ...meeting.values, attendees: answered(meeting.values.attendees) };
    replaceContent(organizing, meeting, { values, recurrence: meeting.recurrence }, deed.moment);
  }
}

/** An outsider answers an invitation by mail: the organizer's copy shows it. */
export function receiveResponse(deed: Deed, { mailbox, record }: Place, from: string, answer: Answer): void {
  const status = { response: ANSWERS[answer], time: deed.moment.now.toISOString() };
  const attendees = record.values.attendees.map((one) => (isAddress(one, from) ? { ...one, status } : one));
  replaceContent(
    mailbox,
    record,
    { values: { ...record.values, attendees }, recurrence: record.recurrence },
    deed.moment,
  );
}
