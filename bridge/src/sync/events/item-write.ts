import type { EventTime } from '../../domain/event.ts';
import type { ExchangeProperties, Value, Values } from '../../domain/item.ts';
import { eventTimes } from '../../domain/event-times.ts';
import { bodyWith } from './body.ts';
import { timeOf } from './event-time.ts';

/** What is known of the item that is written. */
export interface WrittenItem {
  /** IANA name of the zone whose clock the times are written by: the one that the event was made in. */
  readonly zone: string;
  /** Its properties and readable text as they are now; empty for a new one. */
  readonly properties: ExchangeProperties;
  readonly text: string;
}

/** The Graph properties that carry these changes of an event, as "Update event" and "Create event" take them. */
export function itemWrite(changes: Values, { zone, properties, text }: WrittenItem): ExchangeProperties {
  const written: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) Object.assign(written, propertiesOf(field, value));
  return written;

  function propertiesOf(field: string, value: Value): ExchangeProperties {
    switch (field) {
      case 'Subject':
        return { subject: value ?? '' };
      case 'Location':
        return { location: { displayName: value ?? '' } };
      case 'Description':
        return { body: bodyWith(value, properties.body, text) };
      case 'ShowAs':
        return { showAs: (value === null ? undefined : spoken[value]) ?? 'busy' };
      case 'IsPrivate':
        return { sensitivity: value === 'true' ? 'private' : 'normal' };
      case 'ReminderDateTime':
        return value === null
          ? { isReminderOn: false }
          : { isReminderOn: true, reminderMinutesBeforeStart: Number(value) };
      case 'StartDateTime':
        return timesFrom(timeOf(value), zone);
      default:
        return {};
    }
  }
}

const spoken: Readonly<Record<string, string>> = { Busy: 'busy', Free: 'free', OutOfOffice: 'oof' };

function timesFrom(time: EventTime | null, zone: string): ExchangeProperties {
  return time === null ? {} : { ...eventTimes(time, zone) };
}
