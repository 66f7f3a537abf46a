import type { CodeDetails } from './details.ts';

const nothingDone = 'The request is answered as failed. Nothing was changed.';
const answer = 'Nothing: it is the answer to the question why a record does not sync.';
const asked = 'When somebody asks why a contact does not sync';

/** The codes of requests. */
export const requestCodes = {
  'TDM-R-FAILED': {
    when: 'When something unexpected keeps a request from being served.',
    meanwhile: 'The request is answered as failed. What it asked for may be made again safely.',
    steps: ['Make the request again.', 'If it fails again, look at the log of the bridge around that time.'],
  },
  'TDM-R-BUSY': {
    when: 'When a request needs the mailbox for itself while a pass is running.',
    meanwhile: nothingDone,
    steps: ['Make the request again in a minute.'],
  },
  'TDM-R-NOT-YOURS': {
    when: 'When somebody who is no admin of Tandem asks for something about another person’s mailbox.',
    meanwhile: nothingDone,
    steps: ['Ask somebody who has the permission set _Tandem Admin_.'],
  },
  'TDM-R-NO-MAILBOX': {
    when: 'When a request is about a user whom no active configuration names, in person or by profile.',
    meanwhile: nothingDone,
    steps: ['Assign the user to a configuration.', 'Activate it; it takes up to ten minutes to be noticed.'],
  },
  'TDM-R-UNKNOWN': {
    when: 'When the package is newer than the bridge and asks for something that the bridge does not know.',
    meanwhile: nothingDone,
    steps: ['Upgrade the bridge to the version of the package.'],
  },
  'TDM-R-MALFORMED': {
    when: 'When a request was made by hand, a flow or another program, and its parameters cannot be read.',
    meanwhile: nothingDone,
    steps: ['Make the request again with the buttons of Tandem in Salesforce.'],
  },
  'TDM-R-NO-ISSUE': {
    when: 'When a request names an issue that does not exist, that its creator cannot see, or of a kind that the action cannot resolve.',
    meanwhile: nothingDone,
    steps: ['Open the issue in Salesforce and choose one of the actions shown there.'],
  },
  'TDM-R-NO-RECORD': {
    when: 'When a request names a record that does not exist or that its creator cannot see.',
    meanwhile: nothingDone,
    steps: ['Choose a record that you can open in Salesforce.'],
  },
  'TDM-R-NO-ATTENDEE': {
    when: 'When somebody is chosen for an attendee who does not attend the event, or for whom somebody stands already.',
    meanwhile: nothingDone,
    steps: ['Choose for one of the addresses under _Unmatched Attendees_ of the link.'],
  },
  'TDM-R-ADMIN-ONLY': {
    when: 'When somebody who is no admin of Tandem asks for something that concerns others: approving held deletions, pausing a configuration or the org, a preview of a configuration, taking a mailbox over from another org.',
    meanwhile: nothingDone,
    steps: ['Ask somebody who has the permission set _Tandem Admin_.'],
  },
  'TDM-R-HELD-MORE': {
    when: 'An admin approved held deletions, and meanwhile more were held than the screen had shown.',
    meanwhile: 'Nothing is deleted; all of them wait on.',
    steps: ['Open the issue again, look at what would be deleted, and approve it.'],
  },
  'TDM-R-LINKED': {
    when: 'When a contact is to be paired with a record that another contact of the folder is linked with, or the other way round.',
    meanwhile: nothingDone,
    steps: [
      'Ignore the issue to keep both contacts,',
      'or move the other contact out of the folder `Salesforce_Sync` and choose the record again.',
    ],
  },
  'TDM-R-CONFIGURATION': {
    when: 'When a request names a configuration that does not exist.',
    meanwhile: nothingDone,
    steps: ['Choose one of the configurations of Tandem.'],
  },
  'TDM-R-SYNCS': { when: `${asked}, and it does.`, meanwhile: answer, steps: [] },
  'TDM-R-WAITS': {
    when: `${asked}, and it will be synced with the next pass.`,
    meanwhile: answer,
    steps: ['Wait a few minutes.'],
  },
  'TDM-R-ENDED': {
    when: `${asked}, and its link had ended since it left the filter or the user could not see it, which is so no more.`,
    meanwhile: answer,
    steps: ['Wait: it is looked at again with its next change, and once in 24 hours.'],
  },
  'TDM-R-MOVED-OUT': {
    when: `${asked}, and it was moved out of the folder \`Salesforce_Sync\`; what is in Outlook's deleted items was moved there.`,
    meanwhile: answer,
    steps: ['Move the contact back into the folder `Salesforce_Sync`: it syncs again.'],
  },
  'TDM-R-DELETED-COPY': {
    when: `${asked}, and its copy in Outlook was deleted for good, while the configuration keeps the record or its user may not delete it.`,
    meanwhile: answer,
    steps: [
      'Make a contact with the same e-mail address, or first name, last name and company, in the folder `Salesforce_Sync`: it is paired with the record, whose other values it gets.',
    ],
  },
  'TDM-R-IGNORED': {
    when: `${asked}, and somebody ignored an issue of it.`,
    meanwhile: `${answer} Both sides keep what they have, and putting the contact back into the folder does not undo it.`,
    steps: [],
  },
  'TDM-R-DUPLICATE': {
    when: `${asked}, and its copy in Outlook was the second one of the record, for example after a merge in Salesforce.`,
    meanwhile: answer,
    steps: ['Go on with the other copy, and delete this one if you do not need it.'],
  },
  'TDM-R-NOT-OWN': {
    when: `${asked}, it belongs to somebody else, and the configuration sends own contacts only.`,
    meanwhile: answer,
    steps: [
      'Ask for the contact to be given to you, or ask your admin to send all contacts that you can see.',
    ],
  },
  'TDM-R-FILTER': {
    when: `${asked}, and it does not meet the conditions of the configuration's filter.`,
    meanwhile: answer,
    steps: [
      'Ask your admin to change the filter of the configuration,',
      'or change the contact so that it meets the conditions: it then syncs by itself.',
    ],
  },
  'TDM-R-PERSON': {
    when: `${asked}, it is a person account, and the configuration leaves person accounts out.`,
    meanwhile: answer,
    steps: ['Ask your admin to include person accounts in the configuration.'],
  },
  'TDM-R-HIDDEN': {
    when: 'When an admin asks why a contact does not sync with a user who cannot see it in Salesforce.',
    meanwhile: answer,
    steps: ['Share the contact with the user, or give it to them: it then syncs by itself.'],
  },
  'TDM-R-DIRECTION': {
    when: `${asked}, and the configuration does not send contacts to Outlook.`,
    meanwhile: answer,
    steps: ['Ask your admin to change the direction of contacts in the configuration.'],
  },
  'TDM-R-DELETED': {
    when: `${asked}, and it is in the recycle bin of Salesforce.`,
    meanwhile: answer,
    steps: ['Restore it from the recycle bin.'],
  },
} satisfies Record<`TDM-R-${string}`, CodeDetails>;
