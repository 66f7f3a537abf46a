/** A write to an event in Exchange, as far as it tells who would be mailed. */
export interface EventWrite {
  readonly kind: 'create' | 'update' | 'delete';
  /** The mailbox holds the organiser's copy; a new event is always its own. */
  readonly isOrganizer: boolean;
  /** E-mail addresses of the attendees before and after the write, without the organiser. */
  readonly attendees: readonly string[];
  /** The Graph properties that an update changes. */
  readonly changes: readonly string[];
}

/**
 * Properties of a copy that no attendee sees, so that changing them mails nobody. Which ones are silent is not documented;
 * these belong to the copy and not to the meeting. Every other property counts as seen.
 */
const ownToTheCopy: ReadonlySet<string> = new Set([
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'showAs',
  'sensitivity',
  'singleValueExtendedProperties',
]);

/** Whether attendees get to see a change of this property. */
export function isSeen(property: string): boolean {
  return !ownToTheCopy.has(property);
}

/**
 * Who is mailed by a write. Exchange mails whenever the organiser's copy of a meeting is created, changed in what attendees see,
 * or removed, and nothing can suppress it ("Create event", "Update event" and "Delete event" of Graph).
 */
export function mailedBy({ kind, isOrganizer, attendees, changes }: EventWrite): readonly string[] {
  if (!isOrganizer) return [];
  if (kind === 'update' && !changes.some(isSeen)) return [];
  return attendees;
}
