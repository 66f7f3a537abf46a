import { plain } from '../compare.ts';
import type { CalendarItem, MappedEventField } from './event-snapshot.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Lightning Sync's table of events. */
export const DEFAULT_MAPPING: readonly MappedEventField[] = (
  [
    ['Subject', 'subject'],
    ['StartDateTime', 'start'],
    ['Location', 'location'],
    ['Description', 'body'],
    ['ShowAs', 'showAs'],
    ['IsPrivate', 'sensitivity'],
    ['ReminderDateTime', 'reminderMinutesBeforeStart'],
  ] as const
).map(([field, property]) => ({ field, property, direction: 'Both' }));

/** What everybody sets on the own copy of a meeting. */
export function isOwnToTheCopy(property: string): boolean {
  return (
    ['showAs', 'sensitivity', 'reminderMinutesBeforeStart', 'categories'].includes(property) ||
    property.startsWith('named:')
  );
}

const MINUTE = 60_000;
const PUBLIC_STRINGS = 'String {00020329-0000-0000-c000-000000000046} Name ';
/** Salesforce knows three of Graph's words. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  free: 'Free',
  workingElsewhere: 'Free',
  oof: 'OutOfOffice',
};

/** What an item of Exchange says in a property, in the words of Salesforce. */
export function valueInExchange(
  { properties, extended }: Pick<CalendarItem, 'properties' | 'extended'>,
  property: string,
): string {
  switch (property) {
    case 'start':
      return timeInExchange(properties);
    case 'location':
      return textOf(at(properties, 'location', 'displayName'));
    case 'body':
      return readable(textOf(at(properties, 'body', 'content')));
    case 'showAs':
      return SHOWN_AS[plain(properties.showAs)] ?? 'Busy';
    case 'sensitivity':
      return String(plain(properties.sensitivity) !== 'normal');
    case 'reminderMinutesBeforeStart':
      return properties.isReminderOn === true ? plain(properties.reminderMinutesBeforeStart) : '';
    case 'categories':
      return categories(properties.categories);
    default:
      return property.startsWith('named:')
        ? plain(extended[PUBLIC_STRINGS + property.slice('named:'.length)])
        : plain(properties[property]);
  }
}

/** Outlook reminds at the start at the latest, and five years before at the earliest. */
function reminderOf(minutes: number): number {
  return Math.min(Math.max(minutes, 0), 2_629_800);
}

/** What a record says in a field, in the same words. */
export function valueInSalesforce(fields: Properties, { field, property }: Field): string {
  switch (property) {
    case 'start':
      return timeInSalesforce(fields);
    case 'body':
      return squeezed(plain(fields[field]));
    case 'showAs':
      return plain(fields[field]) || 'Busy';
    case 'sensitivity':
      return String(fields[field] === true);
    case 'reminderMinutesBeforeStart':
      return fields.IsReminderSet === true && plain(fields[field]) !== ''
        ? String(reminderOf((moment(fields.StartDateTime) - moment(fields[field])) / MINUTE))
        : '';
    case 'location':
    case 'subject':
      return textOf(fields[field]);
    default:
      return plain(fields[field]);
  }
}

type Field = Pick<MappedEventField, 'field' | 'property'>;

/** When an item of Exchange begins, in milliseconds; an all-day one at midnight of UTC. */
export function beginsAt({ properties }: Pick<CalendarItem, 'properties'>): number {
  return civil(properties.start);
}

/** Milliseconds of a time of Salesforce. */
export function moment(value: unknown): number {
  return Date.parse(plain(value).replace(/\+0000$/, 'Z'));
}

/** Start and end by whole minutes, or the dates of an all-day event. */
function timeInExchange({ start, end, isAllDay }: Properties): string {
  const from = Math.floor(civil(start) / MINUTE) * MINUTE;
  const minutes = Math.floor((civil(end) - from) / MINUTE);
  return timeText(from, minutes, isAllDay === true);
}

function timeInSalesforce({ StartDateTime, DurationInMinutes, IsAllDayEvent }: Properties): string {
  return timeText(moment(StartDateTime), Number(DurationInMinutes), IsAllDayEvent === true);
}

function timeText(from: number, minutes: number, isAllDay: boolean): string {
  const length = isAllDay ? 10 : 16;
  return [from, from + minutes * MINUTE]
    .map((time) => (Number.isNaN(time) ? 'never' : new Date(time).toISOString().slice(0, length)))
    .join('/');
}

/** The control pages show times in UTC. */
function civil(time: unknown): number {
  const { dateTime } = (time ?? {}) as { dateTime?: string };
  return Date.parse(`${plain(dateTime).slice(0, 23)}Z`);
}

function categories(value: unknown): string {
  const names = Array.isArray(value) ? value.map(plain) : [];
  return names
    .filter((name) => name.toLowerCase() !== 'salesforce')
    .toSorted()
    .join('; ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What people read of a body, without the layout: where lines end and blanks stand differs between the sides. */
function readable(html: string): string {
  const text = html
    .replace(/<head[\s\S]*?<\/head>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return squeezed(text);
}

/** Without blanks, the addresses of links, which HTML does not show, and the block by which people join an online meeting. */
export function squeezed(text: string): string {
  return text
    .replace(/_{20,}[\s\S]*/, '')
    .replace(/\[https?:[^\]]*\]|<https?:[^>]*>/g, '')
    .replace(/\s+/g, '');
}

/** One line of text. */
function textOf(value: unknown): string {
  return plain(value);
}

function at(properties: Properties, name: string, part: string): unknown {
  const value = properties[name];
  return typeof value === 'object' && value !== null ? (value as Properties)[part] : undefined;
}
