import type { SalesforceEvent } from '../../domain/event.ts';
import type { Value, Values } from '../../domain/item.ts';
import { canonical } from '../mapping/canonical.ts';
import type { EventItem } from './event-item.ts';
import type { EventField } from './event-fields.ts';
import { timeValue } from './event-time.ts';

/** What people see instead of the subject of a private event. */
export const busy = 'Busy';

/** The values of an item by Salesforce field, in canonical form at full length; of a masked one the time alone. */
export function itemValues({ event, time }: EventItem, masked: boolean): Values {
  const { properties } = event;
  const details = {
    Subject: canonical(properties.subject, 'string'),
    Location: canonical(displayName(properties.location), 'string'),
    Description: canonical(event.text, 'textarea'),
    ShowAs: shownAs(properties.showAs),
    IsPrivate: String(event.sensitivity !== 'normal'),
  };
  const hidden = { Subject: busy, Location: null, Description: null, ShowAs: 'Busy', IsPrivate: 'true' };
  return {
    ...(masked ? hidden : details),
    StartDateTime: timeValue(time),
    ReminderDateTime: reminder(properties),
  } satisfies Record<EventField, Value>;
}

/** The values of a record in the same form. The reminder is how many minutes before the start, so that it moves with it. */
export function recordValues({ values, time }: SalesforceEvent): Values {
  return {
    Subject: canonical(values.Subject, 'string'),
    Location: canonical(values.Location, 'string'),
    Description: canonical(values.Description, 'textarea'),
    ShowAs: canonical(values.ShowAs, 'picklist') ?? 'Busy',
    IsPrivate: String(values.IsPrivate === 'true'),
    StartDateTime: timeValue(time),
    ReminderDateTime: minutesBefore(values, time.start),
  } satisfies Record<EventField, Value>;
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
  return isReminderOn === true && typeof minutes === 'number' ? String(minutes) : null;
}

function minutesBefore({ IsReminderSet, ReminderDateTime }: Values, start: string): Value {
  if (IsReminderSet !== 'true' || ReminderDateTime === null || ReminderDateTime === undefined) return null;
  return String(Math.round((Date.parse(start) - Date.parse(ReminderDateTime)) / 60_000));
}

function displayName(location: unknown): unknown {
  return typeof location === 'object' && location !== null && 'displayName' in location
    ? location.displayName
    : null;
}
