import { answer, context, mailboxOf } from '../graph-call.ts';
import type { GraphHandler } from '../graph-call.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { zoneNames } from '../recurrence/zones.ts';
import { senderOf } from '../mail/deed.ts';
import { calendarMailbox } from './event-call.ts';

/** `GET …/calendars`: the default calendar, which is the only one here. */
export const listCalendars: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  return answer(call, 200, { '@odata.context': context(call, 'calendars'), value: [shown(mailbox)] });
};

/** `GET …/calendar`, `GET …/calendars/{id}`. */
export const getCalendar: GraphHandler = (call) =>
  answer(call, 200, {
    '@odata.context': context(call, 'calendars/$entity'),
    ...shown(calendarMailbox(call)),
  });

/** `GET …/outlook/supportedTimeZones`, of Windows, or of IANA by `(TimeZoneStandard='Iana')`. */
export const supportedTimeZones: GraphHandler = (call) => {
  mailboxOf(call);
  const vocabulary = /iana/i.test(call.params.standard ?? '') ? 'Iana' : 'Windows';
  return answer(call, 200, {
    '@odata.context': `${call.base}/$metadata#Collection(microsoft.graph.timeZoneInformation)`,
    value: zoneNames(vocabulary).map((name) => ({ alias: name, displayName: name })),
  });
};

function shown(mailbox: MailboxRecord): Record<string, unknown> {
  return {
    id: mailbox.calendar.id,
    name: 'Calendar',
    color: 'auto',
    isDefaultCalendar: true,
    canEdit: true,
    canShare: true,
    canViewPrivateItems: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    owner: senderOf(mailbox),
  };
}
