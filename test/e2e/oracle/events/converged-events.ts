import type { Violation } from '../snapshot.ts';
import type { EventLedger } from './event-ledger.ts';
import { beginsAt, isOwnToTheCopy, moment, valueInExchange, valueInSalesforce } from './event-values.ts';
import { liveEventPairs, openEventIssues, openMailboxIssues } from './event-snapshot.ts';
import type { CalendarItem, EventPair, EventRow, EventSnapshot, MappedEventField } from './event-snapshot.ts';
import { isHiddenFrom, isPrivateMeeting } from './private-events.ts';

/** A side that refuses one field takes none of the others that came with it. */
const REFUSED = 'TDM-E-REFUSED-BY-';
const DAY = 86_400_000;

/** A live link whose item and record are both there. */
interface WholePair extends EventPair {
  item: CalendarItem;
  row: EventRow;
}

/**
 * I1: what a live link joins is there on both sides and agrees in all mapped fields, as far as it lies in the window. A field may
 * differ where an open issue names it, and where a person typed it on a side from which it does not flow.
 */
export function convergedEvents(snapshot: EventSnapshot, ledger: EventLedger): Violation[] {
  return liveEventPairs(snapshot).flatMap((pair) => {
    if (!syncs(snapshot, pair)) return [];
    const { item, row } = pair;
    const sentences =
      item && row ? differences(snapshot, ledger, { ...pair, item, row }) : missing(snapshot, pair);
    return sentences.map((sentence) => ({ invariant: 'I1' as const, sentence }));
  });
}

/** Deletions that are held for an admin leave one end alone. */
function missing(snapshot: EventSnapshot, { link, calendar, item, row }: EventPair): string[] {
  if (openMailboxIssues(snapshot, calendar.user, 'TDM-M-HELD-EVENTS').length > 0) return [];
  if (openEventIssues(snapshot, link.itemId, link.recordId).length > 0) return [];
  return [
    item ? [] : [`live link ${link.key} names an event that is not in the calendar`],
    row ? [] : [`live link ${link.key} names the record ${link.recordId} that is not there`],
  ].flat();
}

function differences(snapshot: EventSnapshot, ledger: EventLedger, pair: WholePair): string[] {
  return pair.calendar.policy.mapping.flatMap((mapped) => {
    const { field } = mapped;
    const there = expected(snapshot, ledger, pair, mapped);
    const here = valueInSalesforce(pair.row.fields, mapped);
    if (there === null || there === here || isClipped(snapshot, pair, field, there, here)) return [];
    if (isListed(snapshot, ledger, pair, mapped) || staysApart(snapshot, ledger, pair, mapped)) return [];
    return [`${field} of ${nameOf(pair)} is ${short(here)} in Salesforce, but Exchange says ${short(there)}`];
  });
}

/** What the record has to say; null where it may say anything. */
function expected(
  snapshot: EventSnapshot,
  ledger: EventLedger,
  pair: WholePair,
  { field, property }: MappedEventField,
): string | null {
  const { item, row } = pair;
  if (!leads(snapshot, pair) && isOwnToTheCopy(property)) return null;
  if (property === 'sensitivity') return String(isPrivateMeeting(snapshot, item.meeting));
  const isHidden = isHiddenFrom(snapshot, item.meeting);
  if (!isHidden || property === 'start' || property === 'reminderMinutesBeforeStart')
    return valueInExchange(item, property);
  // Only what Tandem made is reduced, and what a person types over it stays.
  if (row.madeBy !== snapshot.bridgeUser || ledger.hasTyped('Salesforce', row.id, field)) return null;
  return BUSY[property] ?? '';
}

/** What a private event says in Salesforce besides its time. */
const BUSY: Readonly<Record<string, string>> = { subject: 'Busy', showAs: 'Busy' };

/** Salesforce has the beginning of what is too long for it, and an issue says so. */
function isClipped(
  snapshot: EventSnapshot,
  { link }: WholePair,
  field: string,
  there: string,
  here: string,
): boolean {
  return (
    here !== '' &&
    there.startsWith(here) &&
    openEventIssues(snapshot, link.itemId, link.recordId).some(
      (issue) => issue.code === 'TDM-E-CLIPPED' && issue.field.split(', ').includes(field),
    )
  );
}

/** An open issue of the event names the field, or says of the whole event that what a person typed waits. */
function isListed(
  snapshot: EventSnapshot,
  ledger: EventLedger,
  { link }: WholePair,
  { field, property }: MappedEventField,
): boolean {
  // A reminder is so long before the start, so that it goes with it.
  const typed = property === 'reminderMinutesBeforeStart' ? [field, 'StartDateTime'] : [field];
  const isTyped =
    ledger.hasTyped('Exchange', link.itemId, property) ||
    typed.some((name) => ledger.hasTyped('Salesforce', link.recordId, name));
  return openEventIssues(snapshot, link.itemId, link.recordId)
    .filter(({ code }) => code !== 'TDM-E-CLIPPED')
    .some(
      (issue) =>
        issue.field.split(', ').includes(field) ||
        (isTyped && (issue.field === '' || issue.code.startsWith(REFUSED))),
    );
}

/** A person typed it on a side from which it does not flow. */
function staysApart(
  snapshot: EventSnapshot,
  ledger: EventLedger,
  { calendar, item, row }: WholePair,
  { field, property, direction }: MappedEventField,
): boolean {
  const { policy, user } = calendar;
  const mayNotWrite =
    openMailboxIssues(snapshot, user, 'TDM-M-PERMISSION').length > 0 ||
    openMailboxIssues(snapshot, user, 'TDM-E-FIELDS').some(({ reason }) => reason.includes(`(${field})`));
  const toSalesforce =
    policy.direction !== 'SalesforceToExchange' && direction !== 'ToExchange' && !mayNotWrite;
  const isMine = item.properties.isOrganizer === true;
  const isAmongMany = !isMine || hasAttendees(item);
  const toExchange =
    policy.direction !== 'ExchangeToSalesforce' &&
    direction !== 'ToSalesforce' &&
    (isMine || isOwnToTheCopy(property)) &&
    !(property === 'body' && isAmongMany && !policy.sendsDescriptions);
  return (
    (!toExchange && ledger.hasTyped('Salesforce', row.id, field)) ||
    (!toSalesforce && ledger.hasTyped('Exchange', item.id, property))
  );
}

function hasAttendees({ properties }: CalendarItem): boolean {
  return Array.isArray(properties.attendees) && properties.attendees.length > 0;
}

/** Whether this copy of the meeting writes the record: the organiser's, else that of the owner, else any. */
function leads(snapshot: EventSnapshot, { item, row, calendar }: WholePair): boolean {
  if (item.properties.isOrganizer === true) return true;
  const others = liveEventPairs(snapshot).filter(({ link }) => link.recordId === row.id);
  if (others.some((other) => other.item?.properties.isOrganizer === true)) return false;
  return others.length === 1 || row.owner === calendar.user;
}

/**
 * What leaves the window stays as it is on both sides, and so do dates of series while series are off. A day is left at either end
 * for clocks and zones.
 */
function syncs({ now }: EventSnapshot, { calendar, item, row, link }: EventPair): boolean {
  const { policy } = calendar;
  const isDate = item?.isDate ?? link.itemId.includes('/');
  if (isDate && !policy.series) return false;
  const ahead = isDate ? Math.min(policy.seriesDaysAhead, policy.daysAhead) : policy.daysAhead;
  const times = [item && beginsAt(item), row && moment(row.fields.StartDateTime)];
  return times.every(
    (time) =>
      time === undefined || (time > now - (policy.daysBack - 1) * DAY && time < now + (ahead - 1) * DAY),
  );
}

function nameOf({ calendar, item, row }: WholePair): string {
  const date = item.isDate ? `, ${item.id.slice(-10)},` : '';
  return `${short(String(item.properties.subject))}${date} (${row.id}) with ${calendar.email}`;
}

function short(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
