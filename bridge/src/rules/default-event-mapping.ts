import type { FieldMapping } from './field-mapping.ts';

/** Fields of events that pairing relies on; they always flow both ways, and cannot be pointed elsewhere. */
export const fixedEventFields: readonly string[] = ['Subject', 'StartDateTime'];

const eventPairs: readonly (readonly [field: string, property: string])[] = [
  ['Subject', 'subject'],
  ['StartDateTime', 'start'],
  ['Location', 'location'],
  ['Description', 'body'],
  ['ShowAs', 'showAs'],
  ['IsPrivate', 'sensitivity'],
  ['ReminderDateTime', 'reminderMinutesBeforeStart'],
];

/**
 * The event fields that sync unless a configuration says otherwise: those of Lightning Sync. `StartDateTime` stands for the whole
 * time: start, end and all-day are one value.
 */
export const defaultEventMapping: readonly FieldMapping[] = eventPairs.map(([field, property]) => ({
  field,
  property,
  direction: 'Both',
}));
