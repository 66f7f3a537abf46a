/** The properties of an event that answers have, in the order of recorded answers. */
export const EVENT_PROPERTIES = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'categories',
  'transactionId',
  'originalStartTimeZone',
  'originalEndTimeZone',
  'iCalUId',
  'uid',
  'reminderMinutesBeforeStart',
  'isReminderOn',
  'hasAttachments',
  'subject',
  'bodyPreview',
  'importance',
  'sensitivity',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'responseRequested',
  'seriesMasterId',
  'showAs',
  'type',
  'webLink',
  'onlineMeetingUrl',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'allowNewTimeProposals',
  'occurrenceId',
  'isDraft',
  'hideAttendees',
  'responseStatus',
  'body',
  'start',
  'end',
  'location',
  'locations',
  'recurrence',
  'attendees',
  'organizer',
  'onlineMeeting',
] as const;

/** Only there when `$select` names them. */
export const BY_NAME_ONLY = ['originalStart', 'cancelledOccurrences'] as const;

/** Properties that a body may hold and that nothing writes. */
export const READ_ONLY: ReadonlySet<string> = new Set([
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'originalStartTimeZone',
  'originalEndTimeZone',
  'iCalUId',
  'uid',
  'hasAttachments',
  'bodyPreview',
  'isCancelled',
  'isOrganizer',
  'seriesMasterId',
  'type',
  'webLink',
  'onlineMeetingUrl',
  'occurrenceId',
  'isDraft',
  'responseStatus',
  'organizer',
  'onlineMeeting',
  'originalStart',
  'cancelledOccurrences',
]);

/** Navigation properties of the schema that the emulator does not offer. */
export const NOT_OFFERED: ReadonlySet<string> = new Set([
  'attachments',
  'extensions',
  'multiValueExtendedProperties',
]);

/** The property of that name, whatever its letter case; nothing when the type has none. */
export function eventPropertyNamed(name: string): string | undefined {
  const lower = name.toLowerCase();
  return [...EVENT_PROPERTIES, ...BY_NAME_ONLY].find((property) => property.toLowerCase() === lower);
}
