import type { Deed } from '../mail/deed.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { newContent } from './apply-change.ts';
import type { EventRecord } from './calendar.ts';
import type { EventChange } from './event-change.ts';
import { UNSET_TIME } from './event-values.ts';
import { addEvent, setExtended, touchEvent } from './mailbox-events.ts';
import type { Place } from './meetings.ts';

export interface Invitation {
  change: EventChange;
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

/** The organizer outside has cancelled: the copy says so and stays. */
export function receiveCancellation({ moment }: Deed, { mailbox, record }: Place): void {
  record.isCancelled = true;
  record.values = { ...record.values, showAs: 'free' };
  touchEvent(mailbox, record, moment.now);
}
