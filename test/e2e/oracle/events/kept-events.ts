import { plain } from '../compare.ts';
import type { Violation } from '../snapshot.ts';
import type { EventEntry, EventLedger } from './event-ledger.ts';
import type { CalendarItem, EventSnapshot } from './event-snapshot.ts';
import { DEFAULT_MAPPING, squeezed, valueInExchange, valueInSalesforce } from './event-values.ts';
import { isHiddenFrom, isPrivateMeeting } from './private-events.ts';
import { relativesIn } from './relatives.ts';
import type { Relatives } from './relatives.ts';

/**
 * I4: the last value that a person typed of each field is there, or in an issue, unless a person who knew it typed over it or
 * deleted the event. That it is on both sides follows from I1. Two losses are the product's own: of a private event no value is
 * kept when it loses to the other side, and nobody makes a meeting public in Salesforce that somebody else keeps private.
 */
export function keptEvents(snapshot: EventSnapshot, ledger: EventLedger): Violation[] {
  const look: Look = { snapshot, ledger, relatives: relativesIn(snapshot) };
  return ledger.entries
    .filter(
      (entry) =>
        entry.value !== '' &&
        !isRule(entry) &&
        !isHeld(look, entry) &&
        !isTypedOver(look, entry) &&
        !isDeleted(look, entry) &&
        !isInIssue(look, entry) &&
        !isLostToPrivacy(look, entry),
    )
    .map(({ side, item, name, value }) => ({
      invariant: 'I4' as const,
      sentence: `${name} ${JSON.stringify(value.slice(0, 80))}, typed in ${side} into ${item}, is nowhere and in no issue`,
    }));
}

interface Look {
  snapshot: EventSnapshot;
  ledger: EventLedger;
  relatives: Relatives;
}

/** The service that a series was made in alone keeps its rule; I1 compares each of its dates. */
function isRule({ side, name, isSeries }: EventEntry): boolean {
  return isSeries && (side === 'Exchange' ? name === 'start' : /^(StartDateTime|Recurrence)/.test(name));
}

/** The event itself says it, or what goes on in its place. */
function isHeld({ snapshot, relatives }: Look, entry: EventEntry): boolean {
  const { field, property } = mappedIn(snapshot, entry);
  const { items, rows } = relatives.of(entry.item);
  // Salesforce makes the rows of a series anew when it is changed.
  const records = entry.side === 'Salesforce' && entry.isSeries ? snapshot.rows : rows;
  return (
    items.some((item) => valueInExchange(item, property) === entry.value) ||
    records.some(({ fields }) => valueInSalesforce(fields, { field, property }) === entry.value)
  );
}

/** On the same side in the same place, or after a sync on either side. */
function isTypedOver({ snapshot, ledger, relatives }: Look, entry: EventEntry): boolean {
  const { field, property } = mappedIn(snapshot, entry);
  // A reminder of Salesforce is a moment, so that it is another one when the record is moved.
  const isReminder = property === 'reminderMinutesBeforeStart';
  const kin = relatives.of(entry.item).ids;
  return ledger.entries.slice(ledger.entries.indexOf(entry) + 1).some(
    (later) =>
      ((mappedIn(snapshot, later).field === field || (isReminder && later.name === 'StartDateTime')) &&
        (later.item === entry.item || (later.round > entry.round && kin.has(later.item)))) ||
      // Exchange drops what dates have of their own when somebody gives their series another rule, or none.
      (later.name === 'recurrence' && later.round > entry.round && isOf(later.item, kin)),
  );
}

/** Whether an event, or one of its dates, is among these. */
function isOf(item: string, ids: ReadonlySet<string>): boolean {
  return ids.has(item) || [...ids].some((id) => id.startsWith(`${item}/`));
}

/** A person deleted it where it was typed, or elsewhere after a sync, and nothing of it is left. */
function isDeleted({ ledger, relatives }: Look, entry: EventEntry): boolean {
  const { ids, items, rows } = relatives.of(entry.item);
  const isLeft = items.length + rows.length > 0;
  return ledger.removals.some(
    ({ item, round }) =>
      item === entry.item ||
      item === entry.item.split('/')[0] ||
      (!isLeft && ids.has(item) && round > entry.round),
  );
}

function isInIssue({ snapshot, relatives }: Look, entry: EventEntry): boolean {
  const { field, property } = mappedIn(snapshot, entry);
  const { ids } = relatives.of(entry.item);
  const isText = !['start', 'showAs', 'sensitivity', 'reminderMinutesBeforeStart'].includes(property);
  return snapshot.issues.some(
    (issue) =>
      [issue.exchangeId, issue.recordId].some((id) => id !== null && ids.has(id)) &&
      issue.field.split(', ').includes(field) &&
      (!isText || squeezed(unescaped(issue.details)).includes(squeezed(entry.value))),
  );
}

/** Details are JSON. */
function unescaped(details: string): string {
  return details.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\"`, '"');
}

function isLostToPrivacy({ snapshot, ledger, relatives }: Look, entry: EventEntry): boolean {
  const { field, property } = mappedIn(snapshot, entry);
  const { ids, items } = relatives.of(entry.item);
  if (property === 'sensitivity')
    return entry.value === 'false' && items.some(({ meeting }) => isPrivateMeeting(snapshot, meeting));
  const competes = (other: EventEntry) =>
    other.side !== entry.side &&
    other.round === entry.round &&
    ids.has(other.item) &&
    [field, 'IsPrivate'].includes(mappedIn(snapshot, other).field);
  const isPrivate = ({ meeting }: CalendarItem) => isHiddenFrom(snapshot, meeting);
  return items.some(isPrivate) && ledger.entries.some(competes);
}

/** The field and property that a value belongs to, on whichever side it was typed. */
function mappedIn({ calendars }: EventSnapshot, { side, name }: EventEntry) {
  const mapping = calendars[0]?.policy.mapping ?? DEFAULT_MAPPING;
  const found = [...mapping, ...DEFAULT_MAPPING].find(
    ({ field, property }) => name === (side === 'Exchange' ? property : field),
  );
  return found ?? { field: plain(name), property: plain(name) };
}
