import type { CodeDetails } from './details.ts';

const aside = 'This event waits as it is on both sides; all others go on.';
const ended =
  'The link has ended and is remembered as ended, so that no later pass makes or deletes anything for it.';
const unmailed = 'Nothing was written and nobody was mailed. The two sides differ in what is named.';

/** The codes of calendar events. */
export const eventCodes = {
  'TDM-E-CLIPPED': {
    when: 'When a text from Outlook is longer than the Salesforce field, such as a subject of over 255 characters.',
    meanwhile:
      'Salesforce has the beginning, Outlook keeps the whole, and the short text never overwrites the long one.',
    steps: [],
  },
  'TDM-E-CONFLICT': {
    when: 'When the same field was changed on both sides since the last pass, to different values, or both sides differ when they are paired. Start, end and all-day count as one field. Of private events no value is kept.',
    meanwhile:
      'The side that the configuration names has won. The other value is kept in the issue, which is closed.',
    steps: ['If the other value is the right one, copy it from the issue into the event on either side.'],
  },
  'TDM-E-TOO-LONG': {
    when: 'When an event in Outlook lasts longer than 14 days, which is the longest that Salesforce holds.',
    meanwhile:
      'A new event stays in Outlook alone. Of one that had synced before, Salesforce keeps the time from before; all else of it goes on.',
    steps: ['Divide the event in Outlook into shorter ones if it should be in Salesforce.'],
  },
  'TDM-E-ENDS-BEFORE': {
    when: 'When the end of an event lies before its start.',
    meanwhile: aside,
    steps: ['Open the event in Outlook and correct its times.'],
  },
  'TDM-E-WOULD-MAIL': {
    when: 'When a change in Salesforce concerns a meeting with attendees, and the setting Invitations does not allow a write after which Exchange mails them: see [invitations.md](../invitations.md).',
    meanwhile: unmailed,
    steps: [
      'Make the change in Outlook, where you decide whether the attendees are told.',
      'Or have your admin change the setting Invitations; the change is written when the event is next touched.',
    ],
  },
  'TDM-E-MAIL-HELD': {
    when: 'When more than ten changes of one mailbox within 24 hours would have mailed people. So many at once are hardly one person’s own edits.',
    meanwhile: unmailed,
    steps: [
      'If the changes are meant, retry the issues on the next day, or make them in Outlook.',
      'If something changed many meetings by mistake, take it back in Salesforce.',
    ],
  },
  'TDM-E-SERIES-ROW': {
    when: 'When the copy of a date of a series that was made in Salesforce is changed in Outlook. Salesforce would change the whole series if Tandem wrote one of its rows.',
    meanwhile:
      'The copy in Outlook follows the row in Salesforce again, and what was there is kept as the losing value of a conflict. Of a private event nothing may be kept, so what was changed in it stays in Outlook until both sides are equal.',
    steps: ['Make the change in Salesforce.'],
  },
  'TDM-E-REFUSED-BY-SALESFORCE': {
    when: 'When Salesforce does not save the event, for example because of a validation rule, a missing permission, or because events over more than one day are switched off.',
    meanwhile: aside,
    steps: [
      'Read the message of Salesforce in the issue.',
      'Correct the field that it names, on either side.',
    ],
  },
  'TDM-E-REFUSED-BY-EXCHANGE': {
    when: 'When Exchange does not save the event, for example because a date of a series would be moved past its neighbour.',
    meanwhile: aside,
    steps: ['Read the message of Exchange in the issue.', 'Correct the event in Salesforce.'],
  },
  'TDM-E-MALFORMED': {
    when: 'When Exchange sends an event in a form that Tandem does not know.',
    meanwhile: aside,
    steps: ['Open and save the event in Outlook.', 'If the issue stays, report its detail.'],
  },
  'TDM-E-DELETED-BY-OTHER': {
    when: 'When an event was edited in Outlook after somebody other than its user deleted it in Salesforce.',
    meanwhile: ended,
    steps: [
      'Restore the event from the recycle bin of Salesforce if it is still needed; it then syncs again.',
    ],
  },
  'TDM-E-PURGED': {
    when: 'When an event left the recycle bin of Salesforce before Tandem could see who deleted it.',
    meanwhile: ended,
    steps: ['Delete the event in Outlook if it is not needed any more.'],
  },
  'TDM-E-DELETED-UNSEEN': {
    when: 'When a full comparison, as after a lost database, does not find the event in Outlook any more.',
    meanwhile: ended,
    steps: ['Delete the event in Salesforce too if it is not needed any more.'],
  },
  'TDM-E-NOT-OWNER': {
    when: 'When an event was deleted in Outlook that belongs to somebody else in Salesforce.',
    meanwhile: ended,
    steps: [],
  },
  'TDM-E-NOT-DELETABLE': {
    when: 'When an event was deleted in Outlook and the user may not delete it in Salesforce.',
    meanwhile: ended,
    steps: [],
  },
  'TDM-E-NOT-EDITABLE': {
    when: 'When an event was changed in Outlook that the user may only read in Salesforce.',
    meanwhile: 'The change waits in Outlook and is written as soon as it may be.',
    steps: [
      'Ask the owner of the event, or an admin, for the right to edit it.',
      'Or take the change back in Outlook.',
    ],
  },
  'TDM-E-MAPPING': {
    when: 'When a field mapping of events names a field or property that does not exist, types that do not fit, a field that cannot be written, a property that another field has, or moves the subject or the time.',
    meanwhile: 'The mapping is left out; all other fields sync.',
    steps: [
      'Open the field mappings of the configuration and choose Events: the reason stands beside the row.',
      'Choose another field, property or direction, or remove the mapping; it takes up to ten minutes to be noticed, or ask for a sync.',
    ],
  },
  'TDM-E-FIELDS': {
    when: 'When field-level security hides mapped event fields from the user, or lets them only read.',
    meanwhile: 'Those fields do not sync, or only to Outlook; all other fields of events do.',
    steps: [
      'Read the detail: it names the fields.',
      'Give the user the fields by profile or permission set, or switch their mapping off; it takes up to ten minutes to be noticed.',
    ],
  },
  'TDM-E-NOT-HANDED-OVER': {
    when: 'When the mailbox of an attendee was synced before that of the organiser, so that the attendee’s user owns the event in Salesforce, and Salesforce refuses to change its owner: by a validation rule, a trigger or a flow, or since the organiser’s user may not own it.',
    meanwhile:
      'The event stays as it is, without a copy. What the organiser’s user may see and edit syncs as before; what that user may not see does not reach the organiser’s calendar.',
    steps: [
      'Change the owner of the event to the organiser in Salesforce, or correct what the detail names.',
      'Then try again on the Issues screen.',
    ],
  },
  'TDM-E-NOT-ORGANISER': {
    when: 'When a meeting was changed in Salesforce whose organiser is synced but may not edit it there, such as one that an attendee’s user owns. Exchange takes changes of a meeting from the organiser’s calendar only.',
    meanwhile: 'The change stays in Salesforce, and nobody is mailed. All else of the event syncs.',
    steps: [
      'Ask the organiser to make the change in Outlook; it then arrives in Salesforce.',
      'Or have an admin make the organiser the owner of the event in Salesforce.',
    ],
  },
  'TDM-E-ORGANISED-ELSEWHERE': {
    when: 'When a meeting was changed in Salesforce whose organiser does not sync, such as a customer. Exchange takes changes of a meeting from the organiser’s calendar only.',
    meanwhile:
      'The change stays in Salesforce, and nobody is mailed. All else of the event syncs. A later change of the same field in Outlook takes its place, and it is kept as a conflict then.',
    steps: [
      'Ask the organiser to make the change; it then arrives in Salesforce.',
      'Or undo the change in Salesforce.',
    ],
  },
  'TDM-E-ACCESS-LOST': {
    when: 'When the user may no longer see the event in Salesforce and the copy in Outlook was changed.',
    meanwhile: ended,
    steps: ['Ask the owner or an admin to share it again, or delete the copy in Outlook.'],
  },
} satisfies Record<`TDM-E-${string}`, CodeDetails>;
