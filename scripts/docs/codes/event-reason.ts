import type { eventReasonCodes } from '../../../bridge/src/domain/event-reason-codes.ts';
import type { CodeDetails } from './details.ts';

const asked = 'Somebody asked why an event does not sync';
const meanwhile = 'The answer changes nothing.';
const because = (why: string, ...steps: string[]): CodeDetails => ({
  when: `${asked}, ${why}.`,
  meanwhile,
  steps,
});

/** What the pages say of the answers to why an event does not sync. */
export const eventReasonDetails = {
  'TDM-R-EVENT-SYNCS': because('and it does'),
  'TDM-R-EVENT-WAITS': because('and it will be synced with the next pass', 'Wait a few minutes.'),
  'TDM-R-EVENT-ENDED': because(
    'and what ended its link is so no more: events are not picked by a category or private ones are included now, or the user can see it again',
    'Change the event in Outlook, or wait until either side changes.',
  ),
  'TDM-R-EVENTS-OFF': because(
    'and _Event Direction_ of the configuration is _Off_',
    'Ask your admin to switch events on in the configuration.',
  ),
  'TDM-R-EVENT-PERMISSION': because(
    'and its user may not read or edit events in Salesforce, as the direction of the configuration needs it',
    'Give the user the permissions that are named, by profile or permission set.',
  ),
  'TDM-R-EVENT-DIRECTION': because(
    'it was made in Salesforce, and the configuration does not send events to Outlook',
    'Ask your admin to change the direction of events in the configuration,',
    'or make the event in Outlook.',
  ),
  'TDM-R-EVENT-UNMARKED': because(
    'the configuration syncs marked events only, and the category _Salesforce_ was taken away from it',
    'In Outlook, give the event the category _Salesforce_ again.',
  ),
  'TDM-R-EVENT-PRIVATE': because(
    'and it was made private, personal or confidential in Outlook, which this configuration leaves out; Salesforce keeps only that somebody is busy',
    'In Outlook, make the event public again.',
  ),
  'TDM-R-EVENT-DELETED-COPY': because(
    'and it was deleted in Outlook, or its meeting was cancelled, while the configuration keeps the record or its user may not delete it',
    'Delete the record if it is not needed any more,',
    'or make an event with the same subject, start and end in Outlook: it is paired with the record.',
  ),
  'TDM-R-EVENT-IGNORED': because('and somebody ignored an issue of it'),
  'TDM-R-EVENT-DUPLICATE': because(
    'and another event of the calendar is linked with the same record',
    'Go on with the other one, and delete this one in Outlook if you do not need it.',
  ),
  'TDM-R-EVENT-WINDOW': because(
    'and it lies before or after the days that the configuration syncs; of series these are fewer days ahead',
    'Wait until the days reach it,',
    'or ask your admin for more days back or ahead.',
  ),
  'TDM-R-EVENT-SERIES-OFF': because(
    'it is one date of a recurring event of Outlook, and _Sync Series_ of the configuration is off',
    'Ask your admin to switch series on in the configuration.',
  ),
  'TDM-R-EVENT-EARLIER': because(
    'it was made in Salesforce before the calendar was first synced, and _Existing Salesforce Events_ of the configuration leaves it out',
    'Ask your admin to include existing events,',
    'or make the event anew.',
  ),
  'TDM-R-EVENT-CHILD': because(
    'and it is the copy that Salesforce makes for a user who was invited',
    'Open the event of the one who invited.',
  ),
  'TDM-R-EVENT-MANAGED': because(
    'and a product like Einstein Activity Capture writes it; two products must not write the same event',
    'Ask your admin to switch that product off for the user.',
  ),
  'TDM-R-EVENT-PATTERN': because(
    'and the record holds the pattern of a series that was made in Salesforce',
    'Open one of the dates of the series: each syncs as an event of its own.',
  ),
  'TDM-R-EVENT-NOT-OWN': because(
    'it belongs to somebody else, and no event in the calendar of the user stands for it',
    'Ask its owner to give it to you, or to invite you in Outlook.',
  ),
  'TDM-R-EVENT-HIDDEN': because(
    'and the user could see it once, but no longer',
    'Ask its owner or an admin to share it with the user.',
  ),
  'TDM-R-EVENT-DELETED': because(
    'and it is in the recycle bin of Salesforce',
    'Restore it from the recycle bin.',
  ),
  'TDM-R-EVENT-ARCHIVED': because('and Salesforce archived it, as it does a year after events have ended'),
} satisfies Record<keyof typeof eventReasonCodes, CodeDetails>;
