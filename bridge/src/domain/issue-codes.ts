import { eventIssueCodes } from './event-issue-codes.ts';
import { eventReasonCodes } from './event-reason-codes.ts';
import type { SuppressReason } from './link.ts';

/** A code that people meet in issues, logs and on the command line: its plain sentence and what to do. */
export interface IssueCodeText {
  readonly sentence: string;
  readonly remedy: string;
}

/** Every code of Tandem. `TDM-B` bridge, `TDM-X` Exchange connection, `TDM-S` Salesforce connection, `TDM-M` mailbox, `TDM-C` contact, `TDM-E` event, `TDM-R` request. */
export const issueCodes = {
  ...eventIssueCodes,
  ...eventReasonCodes,
  'TDM-B-SETTINGS': {
    sentence: 'A setting is missing or wrong.',
    remedy: 'Correct the named setting; docs/settings.md lists them all with examples.',
  },
  'TDM-B-LOCKED': {
    sentence: 'Another bridge uses this data folder.',
    remedy:
      'Stop the other process or give this one a TANDEM_DATA_DIR of its own; use DATABASE_URL to run several.',
  },
  'TDM-B-DATABASE': {
    sentence: 'The database cannot be used.',
    remedy: 'Check DATABASE_URL, that the server is reachable and that the role may create tables.',
  },
  'TDM-B-SCHEMA': {
    sentence: 'The database was written by a newer version of Tandem.',
    remedy: 'Install that version again, or restore a backup made before the upgrade.',
  },
  'TDM-B-SCHEMA-OLD': {
    sentence: 'The database was written by an older version of Tandem.',
    remedy: 'Back it up, then run tandem migrate, or start the bridge, which migrates it too.',
  },
  'TDM-B-DISK': {
    sentence: 'The disk of the database is full, or nearly.',
    remedy: 'Free some space or enlarge the disk; Tandem then goes on where it stopped, and nothing is lost.',
  },
  'TDM-B-CLOCK': {
    sentence: 'The clock of this machine is not that of Salesforce.',
    remedy: 'Let the machine set its clock by NTP; sign-ins are refused when it is minutes off.',
  },
  'TDM-B-STOPPED': {
    sentence: 'The configuration stopped itself, since more than 5 % of its writes were refused.',
    remedy:
      'Look at the open issues of its contacts, correct the cause, such as a validation rule or a missing permission, and resume the configuration; what was refused is tried again then.',
  },
  'TDM-B-UNEXPECTED': {
    sentence: 'Tandem met a situation it does not know.',
    remedy: 'Nothing was lost; the pass is repeated. Please report the detail with the log around it.',
  },
  'TDM-X-CERTIFICATE': {
    sentence: 'Microsoft does not accept the certificate.',
    remedy:
      'Upload the certificate of TANDEM_CERTIFICATE to the app registration, and check that it has not expired and matches the private key.',
  },
  'TDM-X-CERTIFICATE-EXPIRED': {
    sentence: 'The certificate has expired.',
    remedy:
      'Make a new certificate, upload it to the app registration, and set TANDEM_CERTIFICATE and TANDEM_PRIVATE_KEY to the new pair.',
  },
  'TDM-X-CERTIFICATE-ENDS': {
    sentence: 'The certificate expires soon.',
    remedy:
      'Make a new certificate and upload it to the app registration beside the old one; then change TANDEM_CERTIFICATE and TANDEM_PRIVATE_KEY.',
  },
  'TDM-X-CERTIFICATE-KEY': {
    sentence: 'The private key does not belong to the certificate.',
    remedy: 'Set TANDEM_CERTIFICATE and TANDEM_PRIVATE_KEY to the two parts of one pair.',
  },
  'TDM-X-TENANT': {
    sentence: 'Microsoft does not know this tenant.',
    remedy: 'Set TANDEM_TENANT_ID to the directory (tenant) id shown in the Entra admin centre.',
  },
  'TDM-X-APP': {
    sentence: 'Microsoft does not know this app in the tenant.',
    remedy: 'Set TANDEM_CLIENT_ID to the application (client) id and grant admin consent in this tenant.',
  },
  'TDM-X-DENIED': {
    sentence: 'Microsoft refuses the access token.',
    remedy: 'Check that the app registration is enabled and that admin consent was granted.',
  },
  'TDM-X-DIRECTORY': {
    sentence: 'The app may not look up users in the directory.',
    remedy: 'Give the app registration the application permission User.Read.All and grant admin consent.',
  },
  'TDM-X-BUSY': {
    sentence: 'Microsoft 365 asks to wait.',
    remedy: 'Nothing must be done but to try again in some minutes; syncing waits by itself.',
  },
  'TDM-X-UNREACHABLE': {
    sentence: 'Microsoft 365 cannot be reached.',
    remedy: 'Check the network, the proxy and TANDEM_GRAPH_URL. Tandem keeps trying; nothing is lost.',
  },
  'TDM-X-ANSWER': {
    sentence: 'Microsoft 365 gave an answer that cannot be read.',
    remedy:
      'Often a proxy answers in its place: let the bridge reach graph.microsoft.com directly. Tandem keeps trying; nothing is lost.',
  },
  'TDM-S-LOGIN': {
    sentence: 'Salesforce does not accept the sign-in.',
    remedy:
      'Check the consumer key, the user name, the private key and that the app is pre-authorised for the integration user.',
  },
  'TDM-S-UNREACHABLE': {
    sentence: 'Salesforce cannot be reached.',
    remedy:
      'Check the network, the proxy and TANDEM_SALESFORCE_LOGIN_URL. Tandem keeps trying; nothing is lost.',
  },
  'TDM-S-ANSWER': {
    sentence: 'Salesforce gave an answer that cannot be read.',
    remedy:
      'Often a proxy answers in its place: let the bridge reach your My Domain directly. Tandem keeps trying; nothing is lost.',
  },
  'TDM-S-LIMIT': {
    sentence: 'The org has used up its API requests for today.',
    remedy:
      'Tandem waits and goes on by itself. Lower the use of other integrations or buy more requests if it happens often.',
  },
  'TDM-S-LIMIT-NEAR': {
    sentence: 'The org has used most of its API requests for today.',
    remedy:
      'Tandem asks less often now. Lower the use of other integrations or buy more requests if it happens often.',
  },
  'TDM-S-TOO-LARGE': {
    sentence: 'Salesforce refuses to read events or records, since it would have to look through too many.',
    remedy:
      'Give the integration user the permission View All Data, or move old activities out of the org. Tandem tries again by itself.',
  },
  'TDM-S-PACKAGE': {
    sentence: 'The Tandem package is missing in the org, or the integration user may not use it.',
    remedy: 'Deploy force-app and assign the permission set Tandem Integration to the integration user.',
  },
  'TDM-S-NO-CONFIGURATION': {
    sentence: 'No configuration is active, so nothing syncs.',
    remedy: 'Create a configuration in Salesforce, assign users and activate it.',
  },
  'TDM-S-NO-USERS': {
    sentence: 'No active user is assigned to an active configuration, so nothing syncs.',
    remedy: 'Assign users or profiles to the configuration.',
  },
  'TDM-M-NOT-FOUND': {
    sentence: 'There is no mailbox for this user.',
    remedy:
      "Check the user's e-mail address in Salesforce and that the person has an Exchange Online mailbox.",
  },
  'TDM-M-INACTIVE': {
    sentence: 'The mailbox is inactive, deleted or not in Exchange Online.',
    remedy: 'Give the person an Exchange Online licence, or take the user out of the configuration.',
  },
  'TDM-M-DENIED': {
    sentence: 'The app may not open this mailbox.',
    remedy:
      'Add the mailbox to the management scope of the app in Exchange Online; changes can take two hours.',
  },
  'TDM-M-READ-ONLY': {
    sentence: 'The app may read this mailbox but not change it.',
    remedy:
      'Give the app Contacts.ReadWrite and, for events, Calendars.ReadWrite, and grant admin consent; changes can take two hours.',
  },
  'TDM-M-TWO-USERS': {
    sentence: 'Two Salesforce users share this e-mail address.',
    remedy:
      'Give each synced user an e-mail address of their own, or take one of them out of the configuration.',
  },
  'TDM-M-TWO-MAILBOXES': {
    sentence:
      'Two people of your Microsoft 365 directory have this e-mail address, and Tandem does not guess.',
    remedy:
      'Remove the address from the wrong one, such as a guest or a former account; the mailbox then syncs by itself.',
  },
  'TDM-M-FOLDER-GONE': {
    sentence:
      'The folder Salesforce_Sync was deleted in Outlook; contact sync is paused and nothing was deleted in Salesforce.',
    remedy: 'Restore the folder from Deleted Items in Outlook, or reset contacts to start with a new folder.',
  },
  'TDM-M-FOLDER-TWICE': {
    sentence: 'There are two folders named Salesforce_Sync, and Tandem cannot tell which one to use.',
    remedy: 'Rename or delete one of them in Outlook.',
  },
  'TDM-M-OTHER-ORG': {
    sentence:
      'Another Salesforce org, such as production or a sandbox, syncs the contacts of this mailbox, so this one keeps off.',
    remedy:
      'Take the user out of the configuration in one of the two orgs. If this org shall sync the mailbox from now on, have an admin of Tandem reset its contacts here.',
  },
  'TDM-M-OTHER-ORG-EVENTS': {
    sentence:
      'Another Salesforce org, such as production or a sandbox, syncs the calendar of this mailbox, so this one keeps off.',
    remedy:
      'Take the user out of the configuration in one of the two orgs. If this org shall sync the calendar from now on, have an admin of Tandem reset its events here.',
  },
  'TDM-M-HELD': {
    sentence: 'Many contacts would be deleted at once, so the deletions are held.',
    remedy:
      'If the contacts were deleted on purpose, approve the deletions; otherwise restore them, and nothing is deleted.',
  },
  'TDM-M-HELD-EVENTS': {
    sentence: 'Many events would be deleted at once, so the deletions are held.',
    remedy:
      'If the events were deleted on purpose, approve the deletions; otherwise restore them, and nothing is deleted.',
  },
  'TDM-M-PACED': {
    sentence: 'First syncs have written as many contacts as the configuration allows in one hour.',
    remedy:
      'Nothing must be done. It goes on in the next hour; raise the limit in the configuration to make it faster.',
  },
  'TDM-M-PERMISSION': {
    sentence:
      'The Salesforce user lacks permissions, so contacts or events do not sync in every direction that is configured.',
    remedy:
      'Give the user the named permissions by profile or permission set; it takes up to ten minutes to be noticed.',
  },
  'TDM-M-FIELDS': {
    sentence:
      'The Salesforce user may not see or change some contact fields, so these do not sync in every direction that is configured.',
    remedy:
      'Give the user the named fields by profile or permission set, or switch their mapping off; it takes up to ten minutes to be noticed.',
  },
  'TDM-M-FILTER': {
    sentence:
      'A condition of the filter cannot work, so no further contacts are sent to Outlook; nothing is removed there.',
    remedy: 'Correct or remove the condition in the configuration; it takes up to ten minutes to be noticed.',
  },
  'TDM-M-USER-INACTIVE': {
    sentence: 'The Salesforce user is inactive; the mailbox is paused.',
    remedy: 'Activate the user, or take the user out of the configuration.',
  },
  'TDM-C-NAMELESS': {
    sentence: 'The contact has no name, company or e-mail address that could serve as a last name.',
    remedy: 'Give the contact a name in Outlook.',
  },
  'TDM-C-CLIPPED': {
    sentence:
      'The value is longer than Salesforce can hold; Salesforce has the beginning, Outlook keeps all of it.',
    remedy: 'Nothing must be done. Shorten the value in Outlook if the whole of it should be in Salesforce.',
  },
  'TDM-C-COMPANY': {
    sentence: 'No account has the name of this company; the contact is synced without an account.',
    remedy: 'Choose the account, create it, or correct the company in Outlook.',
  },
  'TDM-C-COMPANY-TWICE': {
    sentence: 'Several accounts have the name of this company; the contact is synced without an account.',
    remedy: 'Choose the account.',
  },
  'TDM-C-CONFLICT': {
    sentence: 'The field was changed on both sides; the other value was kept here.',
    remedy: 'Nothing must be done. Copy the value back if it is the right one.',
  },
  'TDM-C-REFUSED-BY-SALESFORCE': {
    sentence: 'Salesforce does not accept the contact.',
    remedy: 'Correct the named field on either side; the contact is tried again when it changes.',
  },
  'TDM-C-REQUIRED': {
    sentence: 'Your org requires a field that contacts from Outlook do not have.',
    remedy: 'Give the field a default value, or add it to the field mapping.',
  },
  'TDM-C-RECORD-TYPE': {
    sentence:
      'The record type that is chosen for new contacts cannot be used, so contacts from Outlook get no record.',
    remedy:
      'Choose another record type in the configuration, activate this one, or give it to the integration user by a permission set; the contacts are tried again then.',
  },
  'TDM-C-DUPLICATE': {
    sentence: 'A duplicate rule of your org does not let the contact be saved.',
    remedy:
      'Choose the record that it is, correct the contact, or have an admin change the duplicate rule; the contact is tried again when it changes.',
  },
  'TDM-C-REFUSED-BY-EXCHANGE': {
    sentence: 'Exchange does not accept the contact.',
    remedy: 'Correct the named field in Salesforce; the contact is tried again when it changes.',
  },
  'TDM-C-MALFORMED': {
    sentence: 'Exchange sent a contact that cannot be read.',
    remedy: 'Open and save the contact in Outlook; if that does not help, report the detail.',
  },
  'TDM-C-DELETED-BY-OTHER': {
    sentence:
      'Somebody else deleted the contact in Salesforce after it was edited in Outlook; it was not created again.',
    remedy:
      'If it is still needed, restore it from the recycle bin of Salesforce, and it syncs again; or retry the issue to create it anew from Outlook.',
  },
  'TDM-C-PURGED': {
    sentence:
      'The record is gone from Salesforce for good, and Tandem could not see whether it was deleted or merged; the contact in Outlook was kept.',
    remedy:
      'Delete it in Outlook if it is not needed any more. Otherwise choose the contact that it became, or retry to create it again in Salesforce.',
  },
  'TDM-C-SECOND': {
    sentence:
      'Another contact in the folder stands for the same record, as after a merge in Salesforce; only that one syncs, and this one stays as it is.',
    remedy: 'Delete this contact in Outlook, or ignore the issue to keep both.',
  },
  'TDM-C-DELETED-UNSEEN': {
    sentence:
      'The contact was deleted in Outlook while Tandem could not follow; the Salesforce contact was kept.',
    remedy: 'Delete it in Salesforce too if it is not needed any more.',
  },
  'TDM-C-NOT-OWNER': {
    sentence: 'The contact was deleted in Outlook, but only its owner can delete it in Salesforce that way.',
    remedy: 'Nothing must be done. It stays in Salesforce and no longer syncs with this mailbox.',
  },
  'TDM-C-NOT-DELETABLE': {
    sentence: 'The contact was deleted in Outlook, but you may not delete contacts in Salesforce.',
    remedy: 'Nothing must be done. It stays in Salesforce and no longer syncs with this mailbox.',
  },
  'TDM-C-NOT-CREATABLE': {
    sentence: 'The contact is only in Outlook, since you may not create contacts in Salesforce.',
    remedy: 'Ask your admin for the permission Create on contacts; it then syncs by itself.',
  },
  'TDM-C-NOT-EDITABLE': {
    sentence:
      'The contact was changed in Outlook, but you may only read it in Salesforce, so the change waits in Outlook.',
    remedy:
      'Ask its owner or an admin to let you edit it; the change then syncs by itself. Or take the change back in Outlook.',
  },
  'TDM-C-ACCESS-LOST': {
    sentence:
      'You may no longer see the contact in Salesforce; what is in Outlook is kept, and no longer syncs.',
    remedy:
      'Ask its owner or an admin to share it with you again; it then syncs by itself. Or delete it in Outlook.',
  },
  'TDM-C-PERSON-FIELD': {
    sentence: 'A person account has no place for the field, so its value is only in Outlook.',
    remedy: 'Nothing must be done. Write it into another field if it should be in Salesforce.',
  },
  'TDM-C-PERSON-KEPT': {
    sentence:
      'The contact was deleted in Outlook, but it is a person account, which takes its opportunities and cases along; it was kept.',
    remedy: 'Delete the person account in Salesforce if it is not needed any more.',
  },
  'TDM-C-LEFT-FILTER': {
    sentence:
      'The contact no longer matches what your admin chose to sync; the copy in Outlook was changed and is kept.',
    remedy: 'Delete the copy in Outlook, or ask your admin to include the contact.',
  },
  'TDM-R-FAILED': {
    sentence: 'The request could not be served.',
    remedy: 'Make the request again; if it fails again, look at the log of the bridge.',
  },
  'TDM-R-BUSY': {
    sentence: 'The mailbox is being synced.',
    remedy: 'Make the request again in a minute.',
  },
  'TDM-R-NOT-YOURS': {
    sentence: "Only an admin of Tandem can make requests for another person's mailbox.",
    remedy: 'Ask somebody who has the permission set Tandem Admin.',
  },
  'TDM-R-NO-MAILBOX': {
    sentence: 'The user is not assigned to an active configuration.',
    remedy: 'Assign the user to a configuration and activate it.',
  },
  'TDM-R-UNKNOWN': {
    sentence: 'This version of the bridge does not serve requests of this kind.',
    remedy: 'Upgrade the bridge to the version of the package.',
  },
  'TDM-M-PAUSED': {
    sentence: 'The sync is paused.',
    remedy: 'Nothing must be done. It goes on when the one who paused it, or an admin, resumes it.',
  },
  'TDM-R-MALFORMED': {
    sentence: 'The request lacks something, or what it holds cannot be read.',
    remedy: 'Make the request again with the buttons of Tandem in Salesforce.',
  },
  'TDM-R-NO-ISSUE': {
    sentence:
      'The request names an issue that does not exist, that you cannot see, or that this cannot resolve.',
    remedy: 'Open the issue in Salesforce and choose one of the actions shown there.',
  },
  'TDM-R-NO-RECORD': {
    sentence: 'The request names a record that does not exist or that you cannot see.',
    remedy: 'Choose a record that you can open in Salesforce.',
  },
  'TDM-R-NO-ATTENDEE': {
    sentence: 'Nobody of that address attends the event, or somebody in Salesforce stands for them already.',
    remedy: 'Choose for an attendee whom the link of the event lists as unmatched.',
  },
  'TDM-R-ADMIN-ONLY': {
    sentence: 'Only an admin of Tandem can ask for this.',
    remedy: 'Ask somebody who has the permission set Tandem Admin.',
  },
  'TDM-R-HELD-MORE': {
    sentence:
      'More deletions are held by now than were shown when they were approved, so nothing was approved.',
    remedy: 'Look at the list of what would be deleted again, and approve it then.',
  },
  'TDM-R-LINKED': {
    sentence: 'The contact or the record is linked with another one already.',
    remedy: 'Ignore the issue, or move the other contact out of the folder Salesforce_Sync first.',
  },
  'TDM-R-CONFIGURATION': {
    sentence: 'The request names a configuration that does not exist.',
    remedy: 'Choose one of the configurations of Tandem.',
  },
  'TDM-R-SYNCS': {
    sentence: 'The contact syncs.',
    remedy: 'Nothing must be done.',
  },
  'TDM-R-WAITS': {
    sentence: 'The contact is synced with the next pass.',
    remedy: 'Wait a few minutes.',
  },
  'TDM-R-ENDED': {
    sentence: 'The contact does not sync now, but nothing keeps it from syncing any more.',
    remedy:
      'Wait: it syncs again by itself, within a day at the latest, if its copy is still in the folder Salesforce_Sync.',
  },
  'TDM-R-MOVED-OUT': {
    sentence:
      'The contact does not sync because it was moved out of the folder Salesforce_Sync, be it into the deleted items.',
    remedy: 'In Outlook, move the contact back into the folder Salesforce_Sync.',
  },
  'TDM-R-DELETED-COPY': {
    sentence: 'The contact does not sync because its copy in Outlook was deleted.',
    remedy:
      'In Outlook, make a contact with the same e-mail address, or name and company, in the folder Salesforce_Sync.',
  },
  'TDM-R-IGNORED': {
    sentence: 'The contact does not sync because somebody chose to ignore it.',
    remedy:
      'Nothing must be done; both sides keep what they have. Putting it back into the folder undoes nothing.',
  },
  'TDM-R-DUPLICATE': {
    sentence: 'This copy of the contact does not sync because another one was linked with the same record.',
    remedy: 'Go on with the other copy, and delete this one in Outlook if you do not need it.',
  },
  'TDM-R-NOT-OWN': {
    sentence: 'The contact does not sync because it belongs to somebody else.',
    remedy: 'Only contacts that you own are sent to Outlook; ask for the contact to be given to you.',
  },
  'TDM-R-FILTER': {
    sentence: 'The contact does not sync because it does not meet the conditions that your admin chose.',
    remedy: 'Ask your admin to change the filter, or change the contact so that it meets the conditions.',
  },
  'TDM-R-PERSON': {
    sentence:
      'The contact does not sync because it is a person account, which this configuration leaves out.',
    remedy: 'Ask your admin to include person accounts.',
  },
  'TDM-R-HIDDEN': {
    sentence: 'The contact does not sync because the user cannot see it in Salesforce.',
    remedy: 'Share it with the user, or give it to them.',
  },
  'TDM-R-DIRECTION': {
    sentence: 'The contact does not sync because contacts are not sent to Outlook in this configuration.',
    remedy: 'Ask your admin to change the direction.',
  },
  'TDM-R-DELETED': {
    sentence: 'The contact does not sync because it was deleted in Salesforce.',
    remedy: 'Restore it from the recycle bin of Salesforce.',
  },
  'TDM-C-MAPPING': {
    sentence: 'A field mapping cannot work and is left out.',
    remedy: 'Correct or remove the mapping in the configuration.',
  },
} as const satisfies Record<string, IssueCodeText>;

/** What is said of a contact whose link was ended for that reason. */
export const endedCodes = {
  MovedOut: 'TDM-R-MOVED-OUT',
  DeletedByPolicy: 'TDM-R-DELETED-COPY',
  OutOfFilter: 'TDM-R-ENDED',
  AccessLost: 'TDM-R-ENDED',
  Ignored: 'TDM-R-IGNORED',
  Duplicate: 'TDM-R-DUPLICATE',
  Disconnected: 'TDM-R-ENDED',
} as const satisfies Record<SuppressReason, IssueCode>;

/** A stable code of `issueCodes`. */
export type IssueCode = keyof typeof issueCodes;
