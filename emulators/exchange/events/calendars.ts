import type { WireAnswer } from '../../kernel/wire.ts';
import { shownExtended } from '../contact-query.ts';
import { refuse } from '../errors.ts';
import { applyExtended, extendedChanges } from '../extended-properties.ts';
import { answer, context, jsonBody, mailboxOf, onlyOptions } from '../graph-call.ts';
import type { GraphCall, GraphHandler } from '../graph-call.ts';
import type { MailboxRecord } from '../mailbox.ts';
import { zoneNames } from '../recurrence/zones.ts';
import { senderOf } from '../mail/deed.ts';
import { calendarMailbox } from './event-call.ts';

/** `GET …/calendars`: the default calendar, which is the only one here. */
export const listCalendars: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  return answer(call, 200, { '@odata.context': context(call, 'calendars'), value: [shown(mailbox)] });
};

/** `GET …/calendar`, `GET …/calendars/{id}`, with extended properties when they are expanded. */
export const getCalendar: GraphHandler = (call) => {
  onlyOptions(call, '$expand');
  return single(call, calendarMailbox(call));
};

/** `PATCH …/calendar`, `PATCH …/calendars/{id}`: extended properties; the default calendar keeps its name. */
export const updateCalendar: GraphHandler = (call) => {
  const mailbox = calendarMailbox(call);
  const { singleValueExtendedProperties, ...others } = jsonBody(call.request);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw refuse.badRequest(`The property '${unknown}' of a calendar is not kept here.`);
  applyExtended(mailbox.calendar.extended, extendedChanges(singleValueExtendedProperties ?? []));
  return single(call, mailbox);
};

function single(call: GraphCall, mailbox: MailboxRecord): WireAnswer {
  return answer(call, 200, {
    '@odata.context': context(call, 'calendars/$entity'),
    ...shown(mailbox),
    ...shownExtended(call, mailbox.calendar, 'calendar'),
  });
}

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
