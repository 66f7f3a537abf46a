import { mintId } from '../ids.ts';
import type { MailboxRecord } from '../mailbox.ts';
import type { Moment } from '../settings.ts';
import { createCalendar } from './calendar.ts';
import { enterCalendar } from './mailbox-events.ts';

/** The calendar after export and import: every event is there under an id that nobody knows, with the same uid. */
export function migrateCalendar(mailbox: MailboxRecord, moment: Moment): void {
  const { events } = mailbox.calendar;
  mailbox.calendar = createCalendar(mailbox.id);
  mailbox.calendar.id = mintId('folder', mailbox.id, 'calendar', ++mailbox.serial);
  for (const record of events.values()) {
    const serial = ++mailbox.serial;
    record.immutableId = mintId('immutable', mailbox.id, 'event', serial);
    record.mutableId = mintId('mutable', mailbox.id, 'event', serial);
    enterCalendar(mailbox, record, moment.now);
  }
}
