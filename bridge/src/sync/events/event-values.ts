import type { SalesforceEvent } from '../../domain/event.ts';
import type { Value, Values } from '../../domain/item.ts';
import { namedRoot } from '../../rules/event-property.ts';
import { canonical } from '../mapping/canonical.ts';
import type { MappedField, Mapping } from '../mapping/mapping.ts';
import { categoriesText } from './categories.ts';
import { isHidden } from './event-fields.ts';
import type { EventItem } from './event-item.ts';
import { isPrivateItem } from './event-item.ts';
import { timeValue } from './event-time.ts';
import { namedValue } from './named-values.ts';

/** What people see instead of the subject of a private event. */
export const busy = 'Busy';

/** The values of an item by Salesforce field, in canonical form at full length; of a masked one the time alone. */
export function itemValues(item: EventItem, masked: boolean, mapping: Mapping): Values {
  return Object.fromEntries(
    mapping.fields.map((mapped) => [
      mapped.field,
      masked && isHidden(mapped.field) ? (hidden[mapped.field] ?? null) : valueAt(item, mapped),
    ]),
  );
}

/** What a private event says in Salesforce; the details are empty. */
const hidden: Values = { Subject: busy, ShowAs: 'Busy', IsPrivate: 'true' };

function valueAt(item: EventItem, { path, describe }: MappedField): Value {
  const { event, time } = item;
  const { properties } = event;
  switch (path.root) {
    case 'start':
      return timeValue(time);
    case 'location':
      return canonical(displayName(properties.location), describe.type);
    case 'body':
      return canonical(event.text, 'textarea');
    case 'showAs':
      return shownAs(properties.showAs);
    case 'sensitivity':
      return String(isPrivateItem(item));
    case 'reminderMinutesBeforeStart':
      return reminder(properties);
    case 'categories':
      return canonical(categoriesText(event.categories), describe.type);
    case namedRoot:
      return canonical(namedValue(properties, path.part ?? ''), describe.type);
    default:
      return canonical(properties[path.root], describe.type);
  }
}

/**
 * The values of a record in the same form. The reminder is how many minutes before the start, so that it moves with it; that, the
 * subject, the time and whether it is private are known whatever is mapped.
 */
export function recordValues({ values, time }: SalesforceEvent, mapping: Mapping): Values {
  const mapped = mapping.fields.map(({ field, describe }): [string, Value] => [
    field,
    canonical(values[field], describe.type),
  ]);
  return {
    ...Object.fromEntries(mapped),
    Subject: canonical(values.Subject, 'string'),
    ShowAs: canonical(values.ShowAs, 'picklist') ?? 'Busy',
    IsPrivate: String(values.IsPrivate === 'true'),
    StartDateTime: timeValue(time),
    ReminderDateTime: minutesBefore(values, time.start),
  };
}

/** Salesforce has three words of Graph's six, so that of the narrower side counts on both. */
const shown: Readonly<Record<string, string>> = {
  free: 'Free',
  workingElsewhere: 'Free',
  oof: 'OutOfOffice',
};

function shownAs(showAs: unknown): string {
  return (typeof showAs === 'string' ? shown[showAs] : undefined) ?? 'Busy';
}

function reminder({
  isReminderOn,
  reminderMinutesBeforeStart: minutes,
}: Readonly<Record<string, unknown>>): Value {
  return isReminderOn === true && typeof minutes === 'number' ? reminderOf(minutes) : null;
}

function minutesBefore({ IsReminderSet, ReminderDateTime }: Values, start: string): Value {
  if (IsReminderSet !== 'true' || ReminderDateTime === null || ReminderDateTime === undefined) return null;
  return reminderOf(Math.round((Date.parse(start) - Date.parse(ReminderDateTime)) / 60_000));
}

/** The earliest reminder that Exchange takes, in minutes before the start; the latest is at the start ([MS-OXWSCORE] 2.2.5.5). */
const earliestReminder = 2_629_800;

/** A record that is moved without its reminder may have one after its start: what Exchange does not take counts as the nearest. */
function reminderOf(minutes: number): string {
  return String(Math.min(Math.max(minutes, 0), earliestReminder));
}

function displayName(location: unknown): unknown {
  return typeof location === 'object' && location !== null && 'displayName' in location
    ? location.displayName
    : null;
}
