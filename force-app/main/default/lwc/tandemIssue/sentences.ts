// Written by `npm run document` from bridge/src/domain/issue-codes.ts; change them there.

export const sentences: Readonly<Record<string, string>> = {
  'TDM-E-CLIPPED':
    'The value is longer than Salesforce can hold; Salesforce has the beginning, Outlook keeps all of it.',
  'TDM-E-CONFLICT': 'The field of the event was changed on both sides; the other value was kept here.',
  'TDM-E-TOO-LONG': 'The event lasts longer than 14 days, and Salesforce cannot hold it.',
  'TDM-E-ENDS-BEFORE': 'The event ends before it starts.',
  'TDM-E-WOULD-MAIL':
    'The change was not written to Outlook, since Exchange would have mailed the attendees.',
  'TDM-E-MAIL-HELD':
    'The change waits, since more than ten changes of meetings of this mailbox would have mailed people within a day.',
  'TDM-E-SERIES-ROW':
    'The event is part of a series that was made in Salesforce, which Tandem never changes: the change in Outlook was taken back, or stays in Outlook alone if the event is private.',
  'TDM-E-REFUSED-BY-SALESFORCE': 'Salesforce does not accept the event.',
  'TDM-E-REFUSED-BY-EXCHANGE': 'Exchange does not accept the event.',
  'TDM-E-MALFORMED': 'Exchange sent an event that cannot be read.',
  'TDM-E-DELETED-BY-OTHER':
    'Somebody else deleted the event in Salesforce after it was edited in Outlook; it was not created again.',
  'TDM-E-PURGED': 'The event is gone from Salesforce for good; the event in Outlook was kept.',
  'TDM-E-DELETED-UNSEEN':
    'The event was deleted in Outlook while Tandem could not follow; the Salesforce event was kept.',
  'TDM-E-NOT-OWNER':
    'The event was deleted in Outlook, but only its owner can delete it in Salesforce that way.',
  'TDM-E-NOT-DELETABLE': 'The event was deleted in Outlook, but you may not delete it in Salesforce.',
  'TDM-E-NOT-EDITABLE':
    'The event was changed in Outlook, but you may only read it in Salesforce, so the change waits in Outlook.',
  'TDM-E-MAPPING': 'A field mapping of events cannot work and is left out.',
  'TDM-E-FIELDS':
    'The Salesforce user may not see or change some event fields, so these do not sync in every direction that is configured.',
  'TDM-E-NOT-HANDED-OVER':
    'An attendee’s mailbox made the event in Salesforce before yours was synced, and Salesforce does not let Tandem make you its owner.',
  'TDM-E-NOT-ORGANISER':
    'The event was changed in Salesforce, but only its organiser’s calendar could take the change, and the organiser may not change the event in Salesforce; so the change is in Salesforce alone.',
  'TDM-E-ORGANISED-ELSEWHERE':
    'The event was changed in Salesforce, but somebody who does not sync organises the meeting, and Exchange takes changes from the organiser only; so the change is in Salesforce alone.',
  'TDM-E-ACCESS-LOST':
    'You may no longer see the event in Salesforce; what is in Outlook is kept, and no longer syncs.',
  'TDM-B-SETTINGS': 'A setting is missing or wrong.',
  'TDM-B-LOCKED': 'Another bridge uses this data folder.',
  'TDM-B-DATABASE': 'The database cannot be used.',
  'TDM-B-SCHEMA': 'The database was written by a newer version of Tandem.',
  'TDM-B-SCHEMA-OLD': 'The database was written by an older version of Tandem.',
  'TDM-B-DISK': 'The disk of the database is full, or nearly.',
  'TDM-B-CLOCK': 'The clock of this machine is not that of Salesforce.',
  'TDM-B-STOPPED': 'The configuration stopped itself, since more than 5 % of its writes were refused.',
  'TDM-B-UNEXPECTED': 'Tandem met a situation it does not know.',
  'TDM-X-CERTIFICATE': 'Microsoft does not accept the certificate.',
  'TDM-X-CERTIFICATE-EXPIRED': 'The certificate has expired.',
  'TDM-X-CERTIFICATE-ENDS': 'The certificate expires soon.',
  'TDM-X-CERTIFICATE-KEY': 'The private key does not belong to the certificate.',
  'TDM-X-TENANT': 'Microsoft does not know this tenant.',
  'TDM-X-APP': 'Microsoft does not know this app in the tenant.',
  'TDM-X-DENIED': 'Microsoft refuses the access token.',
  'TDM-X-DIRECTORY': 'The app may not look up users in the directory.',
  'TDM-X-BUSY': 'Microsoft 365 asks to wait.',
  'TDM-X-UNREACHABLE': 'Microsoft 365 cannot be reached.',
  'TDM-X-ANSWER': 'Microsoft 365 gave an answer that cannot be read.',
  'TDM-S-LOGIN': 'Salesforce does not accept the sign-in.',
  'TDM-S-UNREACHABLE': 'Salesforce cannot be reached.',
  'TDM-S-ANSWER': 'Salesforce gave an answer that cannot be read.',
  'TDM-S-LIMIT': 'The org has used up its API requests for today.',
  'TDM-S-LIMIT-NEAR': 'The org has used most of its API requests for today.',
  'TDM-S-TOO-LARGE':
    'Salesforce refuses to read events or records, since it would have to look through too many.',
  'TDM-S-PACKAGE': 'The Tandem package is missing in the org, or the integration user may not use it.',
  'TDM-S-NO-CONFIGURATION': 'No configuration is active, so nothing syncs.',
  'TDM-S-NO-USERS': 'No active user is assigned to an active configuration, so nothing syncs.',
  'TDM-M-NOT-FOUND': 'There is no mailbox for this user.',
  'TDM-M-INACTIVE': 'The mailbox is inactive, deleted or not in Exchange Online.',
  'TDM-M-DENIED': 'The app may not open this mailbox.',
  'TDM-M-READ-ONLY': 'The app may read this mailbox but not change it.',
  'TDM-M-TWO-USERS': 'Two Salesforce users share this e-mail address.',
  'TDM-M-TWO-MAILBOXES':
    'Two people of your Microsoft 365 directory have this e-mail address, and Tandem does not guess.',
  'TDM-M-FOLDER-GONE':
    'The folder Salesforce_Sync was deleted in Outlook; contact sync is paused and nothing was deleted in Salesforce.',
  'TDM-M-FOLDER-TWICE':
    'There are two folders named Salesforce_Sync, and Tandem cannot tell which one to use.',
  'TDM-M-OTHER-ORG':
    'Another Salesforce org, such as production or a sandbox, syncs the contacts of this mailbox, so this one keeps off.',
  'TDM-M-OTHER-ORG-EVENTS':
    'Another Salesforce org, such as production or a sandbox, syncs the calendar of this mailbox, so this one keeps off.',
  'TDM-M-HELD': 'Many contacts would be deleted at once, so the deletions are held.',
  'TDM-M-HELD-EVENTS': 'Many events would be deleted at once, so the deletions are held.',
  'TDM-M-PACED': 'First syncs have written as many contacts as the configuration allows in one hour.',
  'TDM-M-PERMISSION':
    'The Salesforce user lacks permissions, so contacts or events do not sync in every direction that is configured.',
  'TDM-M-FIELDS':
    'The Salesforce user may not see or change some contact fields, so these do not sync in every direction that is configured.',
  'TDM-M-FILTER':
    'A condition of the filter cannot work, so no further contacts are sent to Outlook; nothing is removed there.',
  'TDM-M-USER-INACTIVE': 'The Salesforce user is inactive; the mailbox is paused.',
  'TDM-C-NAMELESS': 'The contact has no name, company or e-mail address that could serve as a last name.',
  'TDM-C-CLIPPED':
    'The value is longer than Salesforce can hold; Salesforce has the beginning, Outlook keeps all of it.',
  'TDM-C-COMPANY': 'No account has the name of this company; the contact is synced without an account.',
  'TDM-C-COMPANY-TWICE':
    'Several accounts have the name of this company; the contact is synced without an account.',
  'TDM-C-CONFLICT': 'The field was changed on both sides; the other value was kept here.',
  'TDM-C-REFUSED-BY-SALESFORCE': 'Salesforce does not accept the contact.',
  'TDM-C-REQUIRED': 'Your org requires a field that contacts from Outlook do not have.',
  'TDM-C-RECORD-TYPE':
    'The record type that is chosen for new contacts cannot be used, so contacts from Outlook get no record.',
  'TDM-C-DUPLICATE': 'A duplicate rule of your org does not let the contact be saved.',
  'TDM-C-REFUSED-BY-EXCHANGE': 'Exchange does not accept the contact.',
  'TDM-C-MALFORMED': 'Exchange sent a contact that cannot be read.',
  'TDM-C-DELETED-BY-OTHER':
    'Somebody else deleted the contact in Salesforce after it was edited in Outlook; it was not created again.',
  'TDM-C-PURGED':
    'The record is gone from Salesforce for good, and Tandem could not see whether it was deleted or merged; the contact in Outlook was kept.',
  'TDM-C-SECOND':
    'Another contact in the folder stands for the same record, as after a merge in Salesforce; only that one syncs, and this one stays as it is.',
  'TDM-C-DELETED-UNSEEN':
    'The contact was deleted in Outlook while Tandem could not follow; the Salesforce contact was kept.',
  'TDM-C-NOT-OWNER':
    'The contact was deleted in Outlook, but only its owner can delete it in Salesforce that way.',
  'TDM-C-NOT-DELETABLE': 'The contact was deleted in Outlook, but you may not delete contacts in Salesforce.',
  'TDM-C-NOT-CREATABLE': 'The contact is only in Outlook, since you may not create contacts in Salesforce.',
  'TDM-C-NOT-EDITABLE':
    'The contact was changed in Outlook, but you may only read it in Salesforce, so the change waits in Outlook.',
  'TDM-C-ACCESS-LOST':
    'You may no longer see the contact in Salesforce; what is in Outlook is kept, and no longer syncs.',
  'TDM-C-PERSON-FIELD': 'A person account has no place for the field, so its value is only in Outlook.',
  'TDM-C-PERSON-KEPT':
    'The contact was deleted in Outlook, but it is a person account, which takes its opportunities and cases along; it was kept.',
  'TDM-C-LEFT-FILTER':
    'The contact no longer matches what your admin chose to sync; the copy in Outlook was changed and is kept.',
  'TDM-M-PAUSED': 'The sync is paused.',
  'TDM-C-MAPPING': 'A field mapping cannot work and is left out.',
};
