import type { EventContent } from '../events/apply-change.ts';
import type { EventRecord, ExceptionRecord } from '../events/calendar.ts';
import { addEvent, cancelDate, replaceContent, touchEvent } from '../events/mailbox-events.ts';
import { OWN_TO_A_COPY, UNSET_TIME } from '../events/event-values.ts';
import type { Attendee, EventValues } from '../events/event-values.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { mailboxAt } from './deed.ts';
import type { Deed } from './deed.ts';

/** Brings the copies of a meeting in the mailboxes of its attendees to what the organizer's copy says. */
export function deliver(deed: Deed, record: EventRecord): void {
  for (const mailbox of attendingMailboxes(deed, record)) deliverTo(deed, record, mailbox);
}

/** Marks the copies of these attendees cancelled; they stay until their owners remove them. */
export function deliverCancellation(deed: Deed, record: EventRecord, attendees: readonly Attendee[]): void {
  for (const { emailAddress } of attendees) {
    const mailbox = mailboxAt(deed.tenant, emailAddress.address);
    const copy = mailbox && copyOf(mailbox, record);
    if (!copy || copy === record) continue;
    copy.isCancelled = true;
    copy.values = { ...copy.values, showAs: 'free' };
    touchEvent(mailbox, copy, deed.moment.now);
  }
}

/** Takes one date out of the copies of a series. */
export function deliverCancelledDate(deed: Deed, record: EventRecord, date: string): void {
  for (const mailbox of attendingMailboxes(deed, record)) {
    const copy = copyOf(mailbox, record);
    if (copy && copy !== record) cancelDate(mailbox, copy, date, deed.moment);
  }
}

/** The copy of a meeting in a mailbox. */
export function copyOf(mailbox: MailboxRecord, record: Pick<EventRecord, 'uid'>): EventRecord | undefined {
  return mailbox.calendar.byUid.get(record.uid);
}

function attendingMailboxes(deed: Deed, record: EventRecord): Set<MailboxRecord> {
  const organizer = mailboxAt(deed.tenant, record.organizer.address);
  const mailboxes = new Set<MailboxRecord>();
  for (const { emailAddress } of record.values.attendees) {
    const mailbox = mailboxAt(deed.tenant, emailAddress.address);
    if (mailbox && mailbox !== organizer && !mailbox.inactive) mailboxes.add(mailbox);
  }
  return mailboxes;
}

function deliverTo(deed: Deed, record: EventRecord, mailbox: MailboxRecord): void {
  const { moment } = deed;
  const known = copyOf(mailbox, record);
  const content = copiedContent(record, known);
  const copy =
    known ??
    addEvent(
      mailbox,
      content,
      { uid: record.uid, transactionId: undefined, isOrganizer: false, organizer: record.organizer },
      moment,
    );
  copy.isCancelled = false;
  if (known) replaceContent(mailbox, known, content, moment);
  for (const exception of record.exceptions.values()) copyException(copy, exception, mailbox.seq);
  for (const date of record.cancelled) {
    copy.exceptions.delete(date);
    copy.cancelled.add(date);
  }
}

/** The organizer's content with what the copy has for itself; a new time asks for a new response. */
function copiedContent(record: EventRecord, known: EventRecord | undefined): EventContent {
  const { values, recurrence } = record;
  const own: Partial<EventValues> = known
    ? ownPart(known.values)
    : { categories: [], isReminderOn: true, reminderMinutesBeforeStart: 15, showAs: 'tentative' };
  const moved =
    !known ||
    known.values.start.instant !== values.start.instant ||
    known.values.end.instant !== values.end.instant;
  return {
    recurrence,
    values: {
      ...values,
      attendees: copiedAttendees(record),
      ...own,
      ...(moved
        ? { responseStatus: { response: 'notResponded', time: UNSET_TIME }, showAs: 'tentative' }
        : {}),
    },
  };
}

/** On a copy the organizer is among the attendees, with the status `none`, which means that nobody tracks it. */
function copiedAttendees({ organizer, values }: EventRecord): Attendee[] {
  const status = { response: 'none', time: UNSET_TIME } as const;
  return [
    { type: 'required', status, emailAddress: organizer },
    ...values.attendees.map((attendee) => ({ ...attendee, status })),
  ];
}

function copyException(copy: EventRecord, exception: ExceptionRecord, seq: number): void {
  const { attendees: _attendees, ...values } = exception.values;
  const shared = Object.fromEntries(
    Object.entries(values).filter(([name]) => !OWN_TO_A_COPY.includes(name as never)),
  );
  const known = copy.exceptions.get(exception.date);
  if (copy.cancelled.has(exception.date)) return;
  if (Object.keys(shared).length === 0 && !known) return;
  const copied = { ...shared, ...(known && ownPart(known.values)) };
  const same = known && JSON.stringify(copied) === JSON.stringify(known.values);
  copy.exceptions.set(exception.date, {
    date: exception.date,
    seq: same ? known.seq : seq,
    values: copied,
    extended: known?.extended ?? new Map<string, string>(),
  });
}

function ownPart(values: Partial<EventValues>): Partial<EventValues> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => OWN_TO_A_COPY.includes(name as never)));
}
