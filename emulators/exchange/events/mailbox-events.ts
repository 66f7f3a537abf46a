import { changeKey } from '../change-key.ts';
import type { ExtendedChange } from '../extended-properties.ts';
import { mintId } from '../ids.ts';
import type { MailboxRecord } from '../mailbox.ts';
import type { Moment } from '../settings.ts';
import type { EventContent } from './apply-change.ts';
import type { EventRecord } from './calendar.ts';
import { occurrenceId } from './event-ids.ts';
import type { EventValues } from './event-values.ts';
import { isDayOf } from './series.ts';

/** What a new event is beside its content. */
export type EventOrigin = Pick<EventRecord, 'uid' | 'transactionId' | 'isOrganizer' | 'organizer'>;

/** Adds an event to the calendar. */
export function addEvent(
  mailbox: MailboxRecord,
  content: EventContent,
  origin: EventOrigin,
  moment: Moment,
): EventRecord {
  const serial = ++mailbox.serial;
  const record: EventRecord = {
    immutableId: mintId('immutable', mailbox.id, 'event', serial),
    mutableId: mintId('mutable', mailbox.id, 'event', serial),
    changeKey: '',
    createdAt: moment.now,
    modifiedAt: moment.now,
    isCancelled: false,
    ...origin,
    ...content,
    exceptions: new Map(),
    cancelled: new Set(),
    extended: new Map(),
  };
  enterCalendar(mailbox, record, moment.now);
  return record;
}

/** Puts an event into the calendar's indexes and its journal. */
export function enterCalendar(mailbox: MailboxRecord, record: EventRecord, now: Date): void {
  const { calendar } = mailbox;
  calendar.events.set(record.immutableId, record);
  calendar.byMutableId.set(record.mutableId, record);
  calendar.byUid.set(record.uid, record);
  if (record.transactionId !== undefined) calendar.byTransaction.set(record.transactionId, record);
  touchEvent(mailbox, record, now);
}

/** Gives an event a new change key, so that it shows in delta with all of its series; gives the mailbox's count. */
export function touchEvent(mailbox: MailboxRecord, record: EventRecord, now: Date): number {
  const seq = ++mailbox.seq;
  mailbox.calendar.drifting.delete(record);
  record.changeKey = changeKey(mailbox, seq);
  record.modifiedAt = now;
  note(mailbox, record.immutableId, record.mutableId, { seq, gone: false });
  return seq;
}

/**
 * Replaces the content of an event or of a series as a whole. Exceptions and cancelled dates go with a change of the
 * pattern (a switch); those that stay keep their place only where the rule still has their date.
 */
export function replaceContent(
  mailbox: MailboxRecord,
  record: EventRecord,
  content: EventContent,
  moment: Moment,
): void {
  const before = { values: record.values, recurrence: record.recurrence };
  record.values = content.values;
  record.recurrence = content.recurrence;
  const dropped = (date: string) =>
    dropsExceptions(before, content, moment) ||
    !content.recurrence ||
    !isDayOf(content.recurrence, date, moment.quirks);
  for (const date of record.exceptions.keys())
    if (dropped(date)) dropException(mailbox, record, date, moment);
  record.cancelled = new Set([...record.cancelled].filter((date) => !dropped(date)));
  touchEvent(mailbox, record, moment.now);
}

function dropsExceptions(before: EventContent, after: EventContent, { quirks }: Moment): boolean {
  if (quirks.exceptionsDroppedBy === 'nothing') return false;
  const rule = ({ recurrence }: EventContent) =>
    JSON.stringify([recurrence?.pattern, recurrence?.range.startDate]);
  const times = ({ values }: EventContent) => [values.start.civil, values.end.civil].join();
  if (rule(before) !== rule(after)) return true;
  return quirks.exceptionsDroppedBy === 'patternOrTime' && times(before) !== times(after);
}

/** An exception that ends leaves a line in the journal, unless a plain occurrence of the same id is there again. */
function dropException(mailbox: MailboxRecord, record: EventRecord, date: string, moment: Moment): void {
  record.exceptions.delete(date);
  if (record.recurrence && isDayOf(record.recurrence, date, moment.quirks)) return;
  noteGone(mailbox, record, date);
}

function noteGone(mailbox: MailboxRecord, record: EventRecord, date: string): void {
  const line = { seq: ++mailbox.seq, gone: true };
  note(mailbox, occurrenceId(record, date, 'immutable'), occurrenceId(record, date, 'mutable'), line);
}

/** Makes an occurrence an exception with these values of its own, or adds them to what it has. */
export function setException(
  mailbox: MailboxRecord,
  record: EventRecord,
  date: string,
  own: Partial<EventValues>,
  extended: readonly ExtendedChange[],
  moment: Moment,
): void {
  const known = record.exceptions.get(date);
  const exception = known ?? { date, seq: 0, values: {}, extended: new Map<string, string>() };
  exception.values = { ...exception.values, ...own };
  setExtended(exception.extended, extended);
  record.exceptions.set(date, exception);
  exception.seq = touchEvent(mailbox, record, moment.now);
}

/** Takes one date out of a series. No delta tells it but by the series, which changed. */
export function cancelDate(mailbox: MailboxRecord, record: EventRecord, date: string, moment: Moment): void {
  record.exceptions.delete(date);
  record.cancelled.add(date);
  touchEvent(mailbox, record, moment.now);
}

/** Deletes an event with all of its series, to Deleted Items or for good; each exception gets a tombstone too. */
export function removeEvent(
  mailbox: MailboxRecord,
  record: EventRecord,
  moment: Moment,
  purged = false,
): void {
  const { calendar } = mailbox;
  for (const date of record.exceptions.keys()) noteGone(mailbox, record, date);
  note(mailbox, record.immutableId, record.mutableId, { seq: ++mailbox.seq, gone: true });
  calendar.events.delete(record.immutableId);
  calendar.byMutableId.delete(record.mutableId);
  if (calendar.byUid.get(record.uid) === record) calendar.byUid.delete(record.uid);
  if (record.transactionId !== undefined) calendar.byTransaction.delete(record.transactionId);
  calendar.drifting.delete(record);
  calendar.deleted.set(record.immutableId, { ...record, deletedAt: moment.now, purged });
}

/** Takes an event back out of Deleted Items, under its old id; nothing when it is not there. */
export function restoreEvent(
  mailbox: MailboxRecord,
  immutableId: string,
  moment: Moment,
): EventRecord | undefined {
  const deleted = mailbox.calendar.deleted.get(immutableId);
  if (!deleted || deleted.purged) return undefined;
  mailbox.calendar.deleted.delete(immutableId);
  const { deletedAt: _at, purged: _purged, ...record } = deleted;
  enterCalendar(mailbox, record, moment.now);
  return record;
}

const DRIFT_MS = 3000;

/** Moves the change keys of events that the API made once more, seconds after (compass-calendar pull 3665). */
export function driftEvents(mailbox: MailboxRecord, now: Date): void {
  for (const record of mailbox.calendar.drifting) {
    const due = new Date(record.createdAt.getTime() + DRIFT_MS);
    // They stand in the order in which they were made.
    if (now < due) return;
    touchEvent(mailbox, record, due);
  }
}

export function setExtended(extended: Map<string, string>, changes: readonly ExtendedChange[]): void {
  for (const { id, value } of changes) {
    if (value === null) extended.delete(id);
    else extended.set(id, value);
  }
}

/** Puts the line last, which keeps the journal in the order of change. */
function note(
  mailbox: MailboxRecord,
  immutableId: string,
  mutableId: string,
  line: { seq: number; gone: boolean },
): void {
  const { journal } = mailbox.calendar;
  journal.delete(immutableId);
  journal.set(immutableId, { ...line, mutableId });
}
