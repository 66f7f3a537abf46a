import type { EventTime } from '../../domain/event.ts';
import type { ExchangeProperties, Value, Values } from '../../domain/item.ts';
import { eventTimes } from '../../domain/event-times.ts';
import { namedRoot } from '../../rules/event-property.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { bodyWith } from './body.ts';
import { categoriesOf } from './categories.ts';
import { timeOf } from './event-time.ts';
import type { NamedValue } from './named-values.ts';
import { namedId } from './named-values.ts';

/** What is known of the item that is written. */
export interface WrittenItem {
  /** IANA name of the zone whose clock the times are written by: the one that the event was made in. */
  readonly zone: string;
  /** Its properties and readable text as they are now; empty for a new one. */
  readonly properties: ExchangeProperties;
  readonly text: string;
  readonly categories: readonly string[];
}

/** The Graph properties that carry these changes of an event, as "Update event" and "Create event" take them. */
export function itemWrite(changes: Values, mapping: Mapping, item: WrittenItem): ExchangeProperties {
  const written: Record<string, unknown> = {};
  const named: NamedValue[] = [];
  for (const { field, path } of mapping.fields) {
    const value = changes[field];
    if (value === undefined) continue;
    if (path.root === namedRoot) named.push({ id: namedId(path.part ?? ''), value: value ?? '' });
    else Object.assign(written, propertiesOf(path.root, value, item));
  }
  return named.length === 0 ? written : { ...written, [namedRoot]: named };
}

function propertiesOf(
  root: string,
  value: Value,
  { zone, properties, text, categories }: WrittenItem,
): ExchangeProperties {
  switch (root) {
    case 'subject':
      return { subject: value ?? '' };
    case 'location':
      return { location: { displayName: value ?? '' } };
    case 'body':
      return { body: bodyWith(value, properties.body, text) };
    case 'showAs':
      return { showAs: (value === null ? undefined : spoken[value]) ?? 'busy' };
    case 'sensitivity':
      return { sensitivity: value === 'true' ? 'private' : 'normal' };
    case 'reminderMinutesBeforeStart':
      return value === null
        ? { isReminderOn: false }
        : { isReminderOn: true, reminderMinutesBeforeStart: Number(value) };
    case 'start':
      return timesFrom(timeOf(value), zone);
    case 'categories':
      return { categories: categoriesOf(value, categories) };
    default:
      return {};
  }
}

const spoken: Readonly<Record<string, string>> = { Busy: 'busy', Free: 'free', OutOfOffice: 'oof' };

function timesFrom(time: EventTime | null, zone: string): ExchangeProperties {
  return time === null ? {} : { ...eventTimes(time, zone) };
}
