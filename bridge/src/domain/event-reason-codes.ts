import type { IssueCodeText } from './issue-codes.ts';
import type { SuppressReason } from './link.ts';

/** What is answered when somebody asks why an event does not sync. */
export const eventReasonCodes = {
  'TDM-R-EVENT-SYNCS': {
    sentence: 'The event syncs.',
    remedy: 'Nothing must be done.',
  },
  'TDM-R-EVENT-WAITS': {
    sentence: 'The event is synced with the next pass.',
    remedy: 'Wait a few minutes.',
  },
  'TDM-R-EVENT-ENDED': {
    sentence: 'The event does not sync now, but nothing keeps it from syncing any more.',
    remedy: 'Change the event in Outlook, and it syncs again.',
  },
  'TDM-R-EVENTS-OFF': {
    sentence: 'The event does not sync because events are switched off in this configuration.',
    remedy: 'Ask your admin to switch events on.',
  },
  'TDM-R-EVENT-PERMISSION': {
    sentence: 'The event does not sync because its user lacks permissions in Salesforce.',
    remedy: 'Give the user the named permissions by profile or permission set.',
  },
  'TDM-R-EVENT-DIRECTION': {
    sentence: 'The event does not sync because events are not sent to Outlook in this configuration.',
    remedy: 'Ask your admin to change the direction of events, or make the event in Outlook.',
  },
  'TDM-R-EVENT-UNMARKED': {
    sentence: 'The event does not sync because the category Salesforce was taken away from it in Outlook.',
    remedy: 'In Outlook, give the event the category Salesforce again.',
  },
  'TDM-R-EVENT-PRIVATE': {
    sentence:
      'The event does not sync because it is private in Outlook, and private events are left out in this configuration.',
    remedy: 'In Outlook, make the event public; it then syncs again.',
  },
  'TDM-R-EVENT-DELETED-COPY': {
    sentence:
      'The event does not sync because it was deleted in Outlook, or its meeting was cancelled, and the record was kept.',
    remedy: 'In Outlook, make an event with the same subject, start and end; or delete the record.',
  },
  'TDM-R-EVENT-IGNORED': {
    sentence: 'The event does not sync because somebody chose to ignore it.',
    remedy: 'Nothing must be done; both sides keep what they have.',
  },
  'TDM-R-EVENT-DUPLICATE': {
    sentence: 'This copy of the event does not sync because another one was linked with the same record.',
    remedy: 'Go on with the other copy, and delete this one in Outlook if you do not need it.',
  },
  'TDM-R-EVENT-WINDOW': {
    sentence: 'The event does not sync because it lies outside of the days that are synced.',
    remedy:
      'Nothing must be done: both sides keep what they have, and it syncs once the days reach it. Or ask your admin for more days.',
  },
  'TDM-R-EVENT-SERIES-OFF': {
    sentence:
      'The event does not sync because it is one date of a series, and series are switched off in this configuration.',
    remedy: 'Ask your admin to switch series on.',
  },
  'TDM-R-EVENT-EARLIER': {
    sentence:
      'The event does not sync because it was made before the sync began, and such events are left out in this configuration.',
    remedy: 'Make the event anew, or ask your admin to include existing events.',
  },
  'TDM-R-EVENT-CHILD': {
    sentence:
      'The event does not sync by itself, because it is a copy that Salesforce made for somebody who was invited.',
    remedy: 'Open the event of the one who invited; that one syncs.',
  },
  'TDM-R-EVENT-MANAGED': {
    sentence: 'The event does not sync because another product writes it.',
    remedy: 'Ask your admin to switch the other product off for this user if Tandem should sync the event.',
  },
  'TDM-R-EVENT-PATTERN': {
    sentence: 'The record holds the pattern of a series and is none of its dates; the dates sync.',
    remedy: 'Open one of the dates of the series.',
  },
  'TDM-R-EVENT-NOT-OWN': {
    sentence:
      'The event does not sync because it belongs to somebody else, and is in no meeting of the user.',
    remedy: 'Ask for the event to be given to you, or to be invited in Outlook.',
  },
  'TDM-R-EVENT-HIDDEN': {
    sentence: 'The event does not sync because the user cannot see it in Salesforce.',
    remedy: 'Share it with the user, or give it to them.',
  },
  'TDM-R-EVENT-DELETED': {
    sentence: 'The event does not sync because it was deleted in Salesforce.',
    remedy: 'Restore it from the recycle bin of Salesforce.',
  },
  'TDM-R-EVENT-ARCHIVED': {
    sentence:
      'The event does not sync because Salesforce has archived it; archived events cannot be changed.',
    remedy: 'Nothing must be done; both sides keep what they have.',
  },
} as const satisfies Record<string, IssueCodeText>;

/** What is said of an event whose link was ended for that reason. */
export const endedEventCodes = {
  MovedOut: 'TDM-R-EVENT-UNMARKED',
  DeletedByPolicy: 'TDM-R-EVENT-DELETED-COPY',
  OutOfFilter: 'TDM-R-EVENT-PRIVATE',
  AccessLost: 'TDM-R-EVENT-ENDED',
  Ignored: 'TDM-R-EVENT-IGNORED',
  Duplicate: 'TDM-R-EVENT-DUPLICATE',
  Disconnected: 'TDM-R-EVENT-ENDED',
} as const satisfies Record<SuppressReason, keyof typeof eventReasonCodes>;
