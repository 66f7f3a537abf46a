import type { Deed } from '../mail/deed.ts';
import { deliverCancellation } from '../mail/copies.ts';
import { mailAbout } from '../mail/meeting-mail.ts';
import { isAddress } from './attendees.ts';
import type { EventRecord } from './calendar.ts';
import type { EventChange } from './event-change.ts';
import type { Attendee, EventValues } from './event-values.ts';
import { instanceOn, valuesOf } from './series.ts';

/** Whose writing mails attendees; all else is private to the copy and silent ("Update event"; not documented fully). */
const MAILED = new Set([
  'subject',
  'body',
  'start',
  'end',
  'isAllDay',
  'location',
  'locations',
  'recurrence',
  'isOnlineMeeting',
  'importance',
]);

export interface Update {
  change: EventChange;
  /** As it was before. */
  before: EventValues;
  ruleChanged: boolean;
  /** Original date, when one occurrence was changed. */
  date?: string;
}

/**
 * Mails an organizer's change: an update to all attendees when the meeting's content was written, also with the same
 * value (a switch); otherwise only to attendees who are new, gone or of another type. A series with exceptions gives a
 * mail for each of them too.
 */
export function mailTheChange(deed: Deed, record: EventRecord, update: Update): void {
  const { before, date } = update;
  const instance = date === undefined ? undefined : instanceOn(record, date, deed.moment.quirks);
  const after = instance ? valuesOf(record, instance) : record.values;
  const written = [...update.change.named].filter(
    (name) => MAILED.has(name) && (deed.moment.quirks.equalPatchMails || differs(name, update, after)),
  );
  const old = (one: Attendee) => before.attendees.find((other) => isAddress(other, one.emailAddress.address));
  const added = after.attendees.filter((one) => !old(one));
  const removed = before.attendees.filter(
    (one) => !after.attendees.some((other) => isAddress(other, one.emailAddress.address)),
  );
  const stayed = after.attendees.filter((one) => old(one));
  const retyped = stayed.filter((one) => old(one)?.type !== one.type);

  const send = (kind: 'invitation' | 'update' | 'cancellation', to: Attendee[], why: string[], on = date) =>
    mailAbout(deed, record, {
      from: record.organizer.address,
      to: to.map(({ emailAddress }) => emailAddress.address),
      kind,
      why,
      date: on,
    });
  send('invitation', added, ['attendees']);
  send('cancellation', removed, ['attendees']);
  if (date === undefined) deliverCancellation(deed, record, removed);
  if (written.length === 0) return send('update', retyped, ['attendees']);
  send('update', stayed, written);
  if (date !== undefined) return;
  for (const exception of record.exceptions.keys()) send('update', stayed, written, exception);
}

function differs(name: string, { before, ruleChanged }: Update, after: EventValues): boolean {
  if (name === 'recurrence') return ruleChanged;
  return (
    JSON.stringify(before[name as keyof EventValues]) !== JSON.stringify(after[name as keyof EventValues])
  );
}
