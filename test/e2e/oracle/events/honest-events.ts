import { plain } from '../compare.ts';
import type { IssueRow, Violation } from '../snapshot.ts';
import type { CalendarItem, CalendarSnapshot, EventLink, EventRow, EventSnapshot } from './event-snapshot.ts';
import { openEventIssues, openMailboxIssues } from './event-snapshot.ts';
import { beginsAt, moment } from './event-values.ts';
import { isSkipped } from './private-events.ts';

const DAY = 86_400_000;

/**
 * I6: what may sync is linked, or listed with item, reason and remedy; the rows of links say what is there, and the counts of a
 * mailbox are those of its links and issues.
 */
export function honestEvents(snapshot: EventSnapshot): Violation[] {
  return [
    ...snapshot.calendars.flatMap((calendar) => [
      ...unlistedInExchange(snapshot, calendar),
      ...unlistedInSalesforce(snapshot, calendar),
      ...miscounted(snapshot, calendar),
    ]),
    ...snapshot.links.flatMap((link) => misstated(snapshot, link)),
    ...snapshot.issues.flatMap(poorlyWorded),
  ].map((sentence) => ({ invariant: 'I6' as const, sentence }));
}

function unlistedInExchange(snapshot: EventSnapshot, calendar: CalendarSnapshot): string[] {
  const { user, email, policy, items } = calendar;
  if (policy.direction === 'SalesforceToExchange' || !isOpen(snapshot, calendar)) return [];
  const linked = new Set(snapshot.links.filter((link) => link.user === user).map(({ itemId }) => itemId));
  const met = new Set(items.filter(({ id }) => linked.has(id)).map(({ meeting }) => meeting));
  return items
    .filter(
      (item) =>
        !met.has(item.meeting) &&
        isSelected(snapshot, calendar, item) &&
        openEventIssues(snapshot, item.id, undefined).length === 0,
    )
    .map(({ properties }) => `${String(properties.subject)} of ${email} is neither linked nor listed`);
}

/** What the admin wants of a calendar. */
function isSelected(snapshot: EventSnapshot, { policy }: CalendarSnapshot, item: CalendarItem): boolean {
  const { categories } = item.properties;
  const marks = Array.isArray(categories) ? categories.map((name) => plain(name).toLowerCase()) : [];
  const ahead = item.isDate ? Math.min(policy.seriesDaysAhead, policy.daysAhead) : policy.daysAhead;
  const time = beginsAt(item);
  return (
    (!item.isDate || policy.series) &&
    (!policy.markedOnly || marks.includes('salesforce')) &&
    !isSkipped(snapshot, item.meeting) &&
    time > snapshot.now - (policy.daysBack - 1) * DAY &&
    time < snapshot.now + (ahead - 1) * DAY
  );
}

/** Of a person's own events that were there before, the admin says which go out. */
function unlistedInSalesforce(snapshot: EventSnapshot, calendar: CalendarSnapshot): string[] {
  const { user, email, policy } = calendar;
  if (policy.direction === 'ExchangeToSalesforce' || !isOpen(snapshot, calendar)) return [];
  const linked = new Set(snapshot.links.map(({ recordId }) => recordId));
  return snapshot.rows
    .filter(
      (row) =>
        row.owner === user &&
        !linked.has(row.id) &&
        goesOut(snapshot, calendar, row) &&
        openEventIssues(snapshot, undefined, row.id).length === 0,
    )
    .map(({ id, fields }) => `${String(fields.Subject)} (${id}) is neither linked nor listed with ${email}`);
}

function goesOut({ now, bridgeUser }: EventSnapshot, { policy }: CalendarSnapshot, row: EventRow): boolean {
  const { fields } = row;
  const start = moment(fields.StartDateTime);
  const isPattern = fields.GroupEventType === '3' || fields.IsRecurrence === true;
  const isEarlier = policy.earlier !== 'Window' && (policy.earlier === 'None' || start < now);
  return (
    !isPattern &&
    fields.IsClientManaged !== true &&
    row.madeBy !== bridgeUser &&
    !isEarlier &&
    start > now - (policy.daysBack - 1) * DAY &&
    start < now + (policy.daysAhead - 1) * DAY
  );
}

/** Whether the calendar syncs, and its user may make events, as far as people are told. */
function isOpen(snapshot: EventSnapshot, { user, policy, state }: CalendarSnapshot): boolean {
  return (
    policy.direction !== 'Off' &&
    ['InSync', 'Held'].includes(state) &&
    openMailboxIssues(snapshot, user, 'TDM-M-PERMISSION').length === 0
  );
}

function miscounted(snapshot: EventSnapshot, { user, email, counts }: CalendarSnapshot): string[] {
  const live = snapshot.links.filter((link) => link.user === user && link.state === 'Live').length;
  const open = snapshot.issues.filter((issue) => issue.user === user && issue.status === 'Open').length;
  const told: [string, number, number][] = [
    ['events in Exchange', counts.exchange, live],
    ['events in Salesforce', counts.salesforce, live],
    ['open issues', counts.openIssues, open],
  ];
  return told.flatMap(([what, says, is]) =>
    says === is ? [] : [`the row of ${email} tells of ${says} ${what}, there are ${is}`],
  );
}

function misstated({ calendars, rows, bridgeUser }: EventSnapshot, link: EventLink): string[] {
  const { key, user, itemId, recordId, state, reason, madeOn } = link;
  const item = calendars.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  const row = rows.find(({ id }) => id === recordId);
  return [
    key === `${user}|calendar|${itemId}` ? [] : [`the key ${key} is not that of ${user} and ${itemId}`],
    (state === 'Live') === (reason === null) ? [] : [`link ${key} is ${state} for the reason ${reason}`],
    madeOn === 'Salesforce' && row && row.madeBy !== bridgeUser
      ? [`link ${key} says that Tandem made the record ${recordId}, which a person made`]
      : [],
    madeOn === 'Exchange' && item && item.marker === undefined
      ? [`link ${key} says that Tandem made the event, which has no marker`]
      : [],
  ].flat();
}

function poorlyWorded(issue: IssueRow): string[] {
  const wanting = [
    /^TDM-[A-Z]+(-[A-Z0-9]+)+$/.test(issue.code) ? [] : ['a code'],
    plain(issue.reason) === '' ? ['a reason'] : [],
    plain(issue.remedy) === '' ? ['a remedy'] : [],
    issue.kind === 'Event' && plain(issue.item) === '' ? ['the item'] : [],
  ].flat();
  return wanting.length > 0 ? [`issue ${issue.code} (${issue.key}) lacks ${wanting.join(', ')}`] : [];
}
