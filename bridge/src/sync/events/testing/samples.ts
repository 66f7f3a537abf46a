import type { ExchangeEvent, ExchangeSeries, SalesforceEvent } from '../../../domain/event.ts';
import type { ExchangeId, Fingerprint, RecordId, UserId } from '../../../domain/ids.ts';
import { as } from '../../../domain/ids.ts';
import type { FieldDescription } from '../../../domain/mapping.ts';
import type { EventPolicy } from '../../../domain/policy.ts';
import type { TakeFingerprint } from '../../merge/merge-values.ts';
import { eventMapping } from '../event-fields.ts';

/** An hour at ten o'clock that nobody else attends. */
export function event(changes: Partial<ExchangeEvent> = {}): ExchangeEvent {
  return {
    id: as<ExchangeId>('item-1'),
    etag: 'W/"1"',
    modified: '2026-03-01T08:00:00Z',
    type: 'singleInstance',
    masterId: null,
    originalDate: null,
    iCalUId: 'uid-1',
    time: { isAllDay: false, start: '2026-03-17T10:00:00.000Z', end: '2026-03-17T11:00:00.000Z' },
    zone: 'UTC',
    isOrganizer: true,
    isCancelled: false,
    organizer: 'ann@contoso.test',
    attendees: [],
    sensitivity: 'normal',
    categories: [],
    isOnlineMeeting: false,
    webLink: null,
    text: 'Agenda',
    properties: {
      subject: 'Review',
      location: { displayName: 'Room 1' },
      showAs: 'busy',
      isReminderOn: true,
      reminderMinutesBeforeStart: 15,
      body: { contentType: 'text', content: 'Agenda' },
    },
    ...changes,
  };
}

/** A series whose master has the time of its first date. */
export function series(
  changes: Pick<ExchangeSeries, 'recurrence' | 'zone'> &
    Partial<ExchangeSeries> &
    Pick<ExchangeEvent, 'time'>,
): ExchangeSeries {
  const { time, ...others } = changes;
  return {
    master: event({ id: as<ExchangeId>('master-1'), type: 'seriesMaster', time, zone: changes.zone }),
    exceptions: [],
    cancelled: [],
    ...others,
  };
}

/** The record of such an event. */
export function record(changes: Partial<SalesforceEvent> = {}): SalesforceEvent {
  return {
    id: as<RecordId>('00U000000000001AAA'),
    stamp: '2026-03-01T08:00:00.000+0000',
    modified: '2026-03-01T08:00:00.000+0000',
    modifiedBy: as<UserId>('005000000000001AAA'),
    ownerId: as<UserId>('005000000000001AAA'),
    time: { isAllDay: false, start: '2026-03-17T10:00:00.000Z', end: '2026-03-17T11:00:00.000Z' },
    isChild: false,
    isClientManaged: false,
    isSeriesRow: false,
    isPattern: false,
    isCopy: true,
    whoId: null,
    values: {
      Subject: 'Review',
      Location: 'Room 1',
      Description: 'Agenda',
      ShowAs: 'Busy',
      IsPrivate: 'false',
      IsReminderSet: 'true',
      ReminderDateTime: '2026-03-17T09:45:00.000Z',
    },
    ...changes,
  };
}

export const policy: EventPolicy = {
  direction: 'Both',
  selection: 'All',
  privateEvents: 'Skip',
  deletesToSalesforce: 'Delete',
  deletesToExchange: 'Delete',
  relateAttendees: true,
  series: true,
  seriesDaysAhead: 90,
  windowDaysBack: 30,
  windowDaysAhead: 365,
  earlierEvents: 'Future',
  invitations: 'PeoplesEdits',
  descriptionToExchange: false,
  conflictWinner: 'Salesforce',
};

const field = (name: string, type: string, length = 0): [string, FieldDescription] => [
  name,
  {
    name,
    label: name,
    type,
    length,
    createable: true,
    updateable: true,
    required: false,
    calculated: false,
    securedAs: null,
    filterable: true,
  },
];

export const eventFields: ReadonlyMap<string, FieldDescription> = new Map([
  field('Subject', 'combobox', 255),
  field('Location', 'string', 255),
  field('Description', 'textarea', 32_000),
  field('ShowAs', 'picklist', 255),
  field('IsPrivate', 'boolean'),
  field('StartDateTime', 'datetime'),
  field('ReminderDateTime', 'datetime'),
  field('Topic__c', 'string', 20),
  field('Type', 'picklist', 40),
]);

export const mapping = eventMapping([], eventFields).mapping;

/** Values themselves, so that a failing test can be read. */
export const fingerprint: TakeFingerprint = (name, value) => as<Fingerprint>(`${name}=${value ?? ''}`);
