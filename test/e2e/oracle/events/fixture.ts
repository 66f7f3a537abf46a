import type { IssueRow } from '../snapshot.ts';
import { createEventLedger } from './event-ledger.ts';
import type { CalendarItem, EventLink, EventPolicy, EventRow, EventSnapshot } from './event-snapshot.ts';
import { DEFAULT_MAPPING } from './event-values.ts';
import { eventViolations } from './event-violations.ts';

export const ADA = '005ada';
export const BOB = '005bob';
const BRIDGE = '005bridge';
export const NOW = Date.parse('2026-06-01T12:00:00Z');
const LINK = `${ADA}|calendar|E1`;

export interface Parts {
  item?: Partial<CalendarItem>;
  properties?: Record<string, unknown>;
  extended?: Record<string, string>;
  row?: Partial<EventRow>;
  fields?: Record<string, unknown>;
  policy?: Partial<EventPolicy>;
  issues?: Partial<IssueRow>[];
}

/** One event of Ada's, linked and equal on both sides, which a person made in Outlook; the parts differ where a test says so. */
export function snapshot({
  item,
  properties,
  extended,
  row,
  fields,
  policy,
  issues,
}: Parts = {}): EventSnapshot {
  const issue: IssueRow = {
    id: 'a02',
    key: 'k',
    user: ADA,
    kind: 'Event',
    code: 'TDM-E-WOULD-MAIL',
    status: 'Open',
    item: 'Review',
    field: '',
    reason: 'It would mail.',
    remedy: 'Change it in Outlook.',
    details: '',
    recordId: '00U1',
    exchangeId: 'E1',
  };
  return {
    calendars: [
      {
        user: ADA,
        email: 'ada@example.test',
        state: 'InSync',
        counts: {
          exchange: 1,
          salesforce: 1,
          openIssues: issues?.filter(({ status }) => status !== 'Closed').length ?? 0,
        },
        policy: {
          direction: 'Both',
          privateEvents: 'Skip',
          markedOnly: false,
          earlier: 'Future',
          series: true,
          sendsDescriptions: false,
          daysBack: 30,
          daysAhead: 365,
          seriesDaysAhead: 90,
          mapping: DEFAULT_MAPPING,
          ...policy,
        },
        items: [
          {
            id: 'E1',
            meeting: 'M1',
            isDate: false,
            marker: undefined,
            extended: extended ?? {},
            ...item,
            properties: {
              subject: 'Review',
              start: { dateTime: '2026-06-03T10:00:00.0000000', timeZone: 'UTC' },
              end: { dateTime: '2026-06-03T11:00:00.0000000', timeZone: 'UTC' },
              isAllDay: false,
              location: { displayName: 'Room 1' },
              body: { contentType: 'html', content: '<p>Tea &amp; <b>cake</b></p>' },
              showAs: 'tentative',
              sensitivity: 'normal',
              isReminderOn: true,
              reminderMinutesBeforeStart: 15,
              isOrganizer: true,
              attendees: [],
              ...properties,
            },
          },
        ],
      },
    ],
    rows: [
      {
        id: '00U1',
        owner: ADA,
        madeBy: BRIDGE,
        ...row,
        fields: {
          Subject: 'Review',
          StartDateTime: '2026-06-03T10:00:00.000+0000',
          DurationInMinutes: 60,
          IsAllDayEvent: false,
          Location: 'Room 1',
          Description: 'Tea & cake',
          ShowAs: 'Busy',
          IsPrivate: false,
          IsReminderSet: true,
          ReminderDateTime: '2026-06-03T09:45:00.000+0000',
          ...fields,
        },
      },
    ],
    links: [link()],
    issues: (issues ?? []).map((one) => ({ ...issue, ...one })),
    bridgeUser: BRIDGE,
    now: NOW,
  };
}

/** The link of that event. */
export function link(more: Partial<EventLink> = {}): EventLink {
  return {
    key: LINK,
    user: ADA,
    itemId: 'E1',
    recordId: '00U1',
    state: 'Live',
    reason: null,
    madeOn: 'Salesforce',
    ...more,
  };
}

/** The invariants that are broken. */
export function broken(of: EventSnapshot, ledger = createEventLedger()): string[] {
  return eventViolations(of, ledger).map(({ invariant }) => invariant);
}

/** Somebody typed that into the event or its record, before the first sync. */
export function typed(side: 'Exchange' | 'Salesforce', name: string, value = 'any') {
  const ledger = createEventLedger();
  ledger.enters({ side, item: side === 'Exchange' ? 'E1' : '00U1', name, value, round: 0, isSeries: false });
  return ledger;
}
