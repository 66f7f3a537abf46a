import type { IssueRow } from '../snapshot.ts';

type Values = Readonly<Record<string, unknown>>;

/** What both sides hold of events at one moment. */
export interface EventSnapshot {
  calendars: CalendarSnapshot[];
  /** Events of Salesforce that are not deleted, without those that the platform makes for invited users. */
  rows: EventRow[];
  links: EventLink[];
  issues: IssueRow[];
  /** The user that the bridge signs in as. */
  bridgeUser: string;
  /** The clock, in milliseconds. */
  now: number;
}

/** The default calendar of a synced person. */
export interface CalendarSnapshot {
  user: string;
  email: string;
  policy: EventPolicy;
  /** What the row of the mailbox tells people. */
  state: string;
  counts: { exchange: number; salesforce: number; openIssues: number };
  /** Single events, and the dates of series around the window. */
  items: CalendarItem[];
}

/** What the admin decided for the person. */
export interface EventPolicy {
  direction: 'Off' | 'ExchangeToSalesforce' | 'SalesforceToExchange' | 'Both';
  privateEvents: 'Skip' | 'TimeOnly' | 'Full';
  /** Whether only events with the mark sync. */
  markedOnly: boolean;
  /** Which events of Salesforce go out that were there before. */
  earlier: 'Future' | 'Window' | 'None';
  /** Whether dates of series sync. */
  series: boolean;
  /** Whether descriptions of events with attendees go out. */
  sendsDescriptions: boolean;
  daysBack: number;
  daysAhead: number;
  seriesDaysAhead: number;
  mapping: readonly MappedEventField[];
}

export interface MappedEventField {
  field: string;
  /** Graph's property, or `named:` and the name of a field made in Outlook. */
  property: string;
  direction: 'Both' | 'ToSalesforce' | 'ToExchange';
}

/** A single event or one date of a series, as links know it. */
export interface CalendarItem {
  /** Immutable id; of a date `<id of the series>/<original date>`. */
  id: string;
  /** What all copies of the meeting have in common; of a date with its original date. */
  meeting: string;
  /** Whether it is a date of a series. */
  isDate: boolean;
  /** The record and org that Tandem made it for, as the marker says. */
  marker: string | undefined;
  properties: Values;
  /** Single-value extended properties by id. */
  extended: Readonly<Record<string, string>>;
}

export interface EventRow {
  id: string;
  owner: string;
  madeBy: string;
  fields: Values;
}

/** A row of Tandem_Link__c about an event. */
export interface EventLink {
  key: string;
  user: string;
  itemId: string;
  recordId: string;
  state: string;
  reason: string | null;
  /** The side on which Tandem made its copy. */
  madeOn: string | null;
}

/** A live link with what it joins; an end is missing when the link names one that is not there. */
export interface EventPair {
  link: EventLink;
  calendar: CalendarSnapshot;
  item: CalendarItem | undefined;
  row: EventRow | undefined;
}

/** The live links of all mailboxes that sync. */
export function liveEventPairs(snapshot: EventSnapshot): EventPair[] {
  const rows = new Map(snapshot.rows.map((row) => [row.id, row]));
  return snapshot.calendars.flatMap((calendar) => {
    const items = new Map(calendar.items.map((item) => [item.id, item]));
    return snapshot.links
      .filter(({ user, state }) => user === calendar.user && state === 'Live')
      .map((link) => ({ link, calendar, item: items.get(link.itemId), row: rows.get(link.recordId) }));
  });
}

/** Open issues that name the item, the series that it is a date of, or the record. */
export function openEventIssues(
  { issues }: EventSnapshot,
  itemId: string | undefined,
  recordId: string | undefined,
): IssueRow[] {
  const ids = [itemId, itemId?.split('/')[0], recordId].filter((id) => id !== undefined);
  return issues.filter(
    ({ status, exchangeId, recordId: record }) =>
      status === 'Open' && [exchangeId, record].some((id) => id !== null && ids.includes(id)),
  );
}

/** Open issues of a mailbox as a whole. */
export function openMailboxIssues({ issues }: EventSnapshot, user: string, code: string): IssueRow[] {
  return issues.filter((issue) => issue.status === 'Open' && issue.user === user && issue.code === code);
}
