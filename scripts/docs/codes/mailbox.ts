import type { CodeDetails } from './details.ts';

const waits =
  'This mailbox does not sync and is tried again by itself; all others go on. Nothing is deleted on either side.';
const test = 'Test the connection of the user in _Status_.';

/** The codes of mailboxes. */
export const mailboxCodes = {
  'TDM-M-NOT-FOUND': {
    when: 'When the directory has no user with the e-mail address of the Salesforce user, or the user has no mailbox.',
    meanwhile: waits,
    steps: [
      'Compare the e-mail address of the user in Salesforce with the addresses of the person in Microsoft 365.',
      'Correct the address, or give the person a mailbox in Exchange Online.',
      test,
    ],
  },
  'TDM-M-INACTIVE': {
    when: 'When Exchange says that the mailbox is inactive, soft-deleted or on premises.',
    meanwhile: waits,
    steps: [
      'Give the person a licence with Exchange Online, or move the mailbox there.',
      'Or take the user out of the configuration; nothing is deleted by that.',
      test,
    ],
  },
  'TDM-M-DENIED': {
    when: 'When Exchange refuses the app access to this mailbox, usually since it is outside the management scope.',
    meanwhile: waits,
    steps: [
      'In Exchange Online PowerShell test the access: `Test-ServicePrincipalAuthorization` for app and mailbox.',
      'Add the mailbox to the management scope of the app; changes can take two hours.',
      test,
    ],
  },
  'TDM-M-READ-ONLY': {
    when: 'In a connection test, when the app may read the contacts or the calendar but not write them; the name of the step says which.',
    meanwhile: 'What goes to Exchange is refused; what goes to Salesforce syncs.',
    steps: [
      'Give the app `Contacts.ReadWrite` and, for events, `Calendars.ReadWrite`, not only `Contacts.Read` and `Calendars.Read`, and grant admin consent; changes can take two hours.',
      test,
    ],
  },
  'TDM-M-TWO-USERS': {
    when: 'When two synced Salesforce users have the same e-mail address, so that one mailbox would belong to both.',
    meanwhile: 'A user whose mailbox was pinned before goes on; the other one waits. Nothing is deleted.',
    steps: [
      'Give each synced user an e-mail address of their own, or take one of them out of the configuration.',
      test,
    ],
  },
  'TDM-M-TWO-MAILBOXES': {
    when: 'When the directory has two people with the e-mail address of the Salesforce user.',
    meanwhile: waits,
    steps: [
      'In the Entra admin centre look for the address among users, guests and proxy addresses.',
      'Remove it from the wrong one.',
      test,
    ],
  },
  'TDM-M-FOLDER-GONE': {
    when: 'When the folder `Salesforce_Sync`, known by its id, is deleted in Outlook. Renaming or moving it is no problem.',
    meanwhile: 'Contact sync of this mailbox is paused. Nothing is deleted in Salesforce.',
    steps: [
      'Restore the folder from _Deleted Items_ in Outlook: the sync goes on.',
      'If it is gone for good, reset the contacts of the user in _Status_: Tandem makes a new folder and pairs again, without copies.',
    ],
  },
  'TDM-M-FOLDER-TWICE': {
    when: 'At the first sync or after a reset, when the mailbox has two folders of the name `Salesforce_Sync`.',
    meanwhile: waits,
    steps: ['In Outlook see which folder has the contacts.', 'Rename or delete the other one.', test],
  },
  'TDM-M-OTHER-ORG': {
    when: 'When the folder of the mailbox carries the marker of another Salesforce org, such as production or a sandbox.',
    meanwhile: 'This org keeps off the mailbox; the other one goes on.',
    steps: [
      'Decide which org syncs the mailbox.',
      'Take the user out of the configuration in the other one.',
      'If this org shall sync it from now on, have an admin of Tandem reset the contacts of the user here.',
    ],
  },
  'TDM-M-OTHER-ORG-EVENTS': {
    when: 'When the calendar of the mailbox carries the marker of another Salesforce org, such as production or a sandbox.',
    meanwhile: 'This org keeps off the calendar; the other one goes on. Contacts have a marker of their own.',
    steps: [
      'Decide which org syncs the calendar.',
      'Take the user out of the configuration in the other one.',
      'If this org shall sync it from now on, have an admin of Tandem reset the events of the user here.',
    ],
  },
  'TDM-M-HELD-EVENTS': {
    when: 'When deletions of 24 hours would pass 20 % of a mailbox’s events (at least 10), 50 events, or 200 in the org; also when a side answers with nothing where there were events.',
    meanwhile: 'The deletions wait; everything else goes on.',
    steps: [
      'Find out whether the events were deleted on purpose; the issue lists them.',
      'If so, have an admin approve the deletions.',
      'Otherwise restore the events, in Outlook or from the recycle bin of Salesforce: the deletions are then forgotten.',
    ],
  },
  'TDM-M-HELD': {
    when: 'When deletions of 24 hours would pass 20 % of a mailbox’s contacts (at least 10), 50 contacts, or 200 in the org; also when a side answers with nothing where there were contacts.',
    meanwhile: 'The deletions wait; everything else goes on.',
    steps: [
      'Find out whether the contacts were deleted on purpose.',
      'If so, have an admin approve the deletions.',
      'Otherwise restore the contacts, in Outlook or from the recycle bin of Salesforce: the deletions are then forgotten.',
    ],
  },
  'TDM-M-PACED': {
    when: 'During a first sync or after a reset, when the configuration’s _First Sync Writes per Hour_ are used up.',
    meanwhile: 'The first sync goes on in the next clock hour. Mailboxes that are in sync are not held up.',
    steps: [],
  },
  'TDM-M-PERMISSION': {
    when: 'When the Salesforce user lacks object permissions for a direction: both ways needs Read and Edit on contacts and Read on accounts, out needs Read, in needs Create.',
    meanwhile: 'The mailbox syncs in the directions that the permissions allow.',
    steps: [
      'Read the detail: it names what is missing.',
      'Give the user the permissions by profile or permission set; it takes up to ten minutes to be noticed.',
    ],
  },
  'TDM-M-FIELDS': {
    when: 'When field-level security hides mapped fields from the user, or lets them only read.',
    meanwhile: 'Those fields do not sync, or only to Outlook; all other fields do.',
    steps: [
      'Read the detail: it names the fields.',
      'Give the user the fields by profile or permission set, or switch their mapping off; it takes up to ten minutes to be noticed.',
    ],
  },
  'TDM-M-FILTER': {
    when: 'When a condition of the configuration’s filter names a field that does not exist, a formula, or a value that does not fit.',
    meanwhile:
      'No further contacts are sent to Outlook, and nothing is taken for having left the filter. What is linked goes on syncing.',
    steps: [
      'Open the filter of the configuration: the reason stands beside the condition.',
      'Correct or remove it; it takes up to ten minutes to be noticed, or ask for a sync.',
    ],
  },
  'TDM-M-USER-INACTIVE': {
    when: 'When the Salesforce user is deactivated.',
    meanwhile: 'The mailbox is paused. Nothing is deleted on either side.',
    steps: ['Activate the user, or take the user out of the configuration.'],
  },
  'TDM-M-PAUSED': {
    when: 'When somebody paused the mailbox, its configuration or the org.',
    meanwhile: 'Nothing syncs for whom it is paused. Changes wait on both sides.',
    steps: [],
  },
} satisfies Record<`TDM-M-${string}`, CodeDetails>;
