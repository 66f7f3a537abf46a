import type { IssueCodeText } from './issue-codes.ts';

/** The codes of calendar events, `TDM-E`. */
export const eventIssueCodes = {
  'TDM-E-CLIPPED': {
    sentence:
      'The value is longer than Salesforce can hold; Salesforce has the beginning, Outlook keeps all of it.',
    remedy: 'Nothing must be done. Shorten the value in Outlook if the whole of it should be in Salesforce.',
  },
  'TDM-E-CONFLICT': {
    sentence: 'The field of the event was changed on both sides; the other value was kept here.',
    remedy: 'Nothing must be done. Copy the value back if it is the right one.',
  },
  'TDM-E-TOO-LONG': {
    sentence: 'The event lasts longer than 14 days, and Salesforce cannot hold it.',
    remedy: 'Nothing must be done. Divide it in Outlook if it should be in Salesforce.',
  },
  'TDM-E-ENDS-BEFORE': {
    sentence: 'The event ends before it starts.',
    remedy: 'Correct its times in Outlook.',
  },
  'TDM-E-WOULD-MAIL': {
    sentence: 'The change was not written to Outlook, since Exchange would have mailed the attendees.',
    remedy:
      'Make the change in Outlook, or ask your admin to allow it by the setting Invitations; the people who would have been mailed are named here.',
  },
  'TDM-E-MAIL-HELD': {
    sentence:
      'The change waits, since more than ten changes of meetings of this mailbox would have mailed people within a day.',
    remedy:
      'Ask an admin to approve it, or try again when fewer are left of the last 24 hours. Or make the change in Outlook; the people who would have been mailed are named here.',
  },
  'TDM-E-SERIES-ROW': {
    sentence:
      'The event is part of a series that was made in Salesforce, which Tandem never changes: the change in Outlook was taken back, or stays in Outlook alone if the event is private.',
    remedy: 'Change the series in Salesforce.',
  },
  'TDM-E-REFUSED-BY-SALESFORCE': {
    sentence: 'Salesforce does not accept the event.',
    remedy: 'Correct the named field on either side; the event is tried again when it changes.',
  },
  'TDM-E-REFUSED-BY-EXCHANGE': {
    sentence: 'Exchange does not accept the event.',
    remedy: 'Correct the named field in Salesforce; the event is tried again when it changes.',
  },
  'TDM-E-MALFORMED': {
    sentence: 'Exchange sent an event that cannot be read.',
    remedy: 'Open and save the event in Outlook; if that does not help, report the detail.',
  },
  'TDM-E-DELETED-BY-OTHER': {
    sentence:
      'Somebody else deleted the event in Salesforce after it was edited in Outlook; it was not created again.',
    remedy: 'If it is still needed, restore it from the recycle bin of Salesforce, and it syncs again.',
  },
  'TDM-E-PURGED': {
    sentence: 'The event is gone from Salesforce for good; the event in Outlook was kept.',
    remedy: 'Delete it in Outlook if it is not needed any more.',
  },
  'TDM-E-DELETED-UNSEEN': {
    sentence:
      'The event was deleted in Outlook while Tandem could not follow; the Salesforce event was kept.',
    remedy: 'Delete it in Salesforce too if it is not needed any more.',
  },
  'TDM-E-NOT-OWNER': {
    sentence: 'The event was deleted in Outlook, but only its owner can delete it in Salesforce that way.',
    remedy: 'Nothing must be done. It stays in Salesforce and no longer syncs with this mailbox.',
  },
  'TDM-E-NOT-DELETABLE': {
    sentence: 'The event was deleted in Outlook, but you may not delete it in Salesforce.',
    remedy: 'Nothing must be done. It stays in Salesforce and no longer syncs with this mailbox.',
  },
  'TDM-E-NOT-EDITABLE': {
    sentence:
      'The event was changed in Outlook, but you may only read it in Salesforce, so the change waits in Outlook.',
    remedy:
      'Ask its owner or an admin to let you edit it; the change then syncs by itself. Or take the change back in Outlook.',
  },
  'TDM-E-MAPPING': {
    sentence: 'A field mapping of events cannot work and is left out.',
    remedy: 'Correct or remove the mapping in the configuration.',
  },
  'TDM-E-FIELDS': {
    sentence:
      'The Salesforce user may not see or change some event fields, so these do not sync in every direction that is configured.',
    remedy:
      'Give the user the named fields by profile or permission set, or switch their mapping off; it takes up to ten minutes to be noticed.',
  },
  'TDM-E-NOT-HANDED-OVER': {
    sentence:
      'An attendee’s mailbox made the event in Salesforce before yours was synced, and Salesforce does not let Tandem make you its owner.',
    remedy:
      'Ask your admin to make you the owner of the event in Salesforce, or to correct what is named here and to try again. Until then what is changed there may not reach Outlook.',
  },
  'TDM-E-NOT-ORGANISER': {
    sentence:
      'The event was changed in Salesforce, but only its organiser’s calendar could take the change, and the organiser may not change the event in Salesforce; so the change is in Salesforce alone.',
    remedy:
      'Ask the organiser to make the change in Outlook, or your admin to make the organiser the owner of the event in Salesforce.',
  },
  'TDM-E-ORGANISED-ELSEWHERE': {
    sentence:
      'The event was changed in Salesforce, but somebody who does not sync organises the meeting, and Exchange takes changes from the organiser only; so the change is in Salesforce alone.',
    remedy:
      'Ask the organiser to make the change, which then arrives in Salesforce, or undo it in Salesforce.',
  },
  'TDM-E-ACCESS-LOST': {
    sentence:
      'You may no longer see the event in Salesforce; what is in Outlook is kept, and no longer syncs.',
    remedy: 'Ask its owner or an admin to share it with you again; it then syncs by itself.',
  },
} as const satisfies Record<string, IssueCodeText>;
