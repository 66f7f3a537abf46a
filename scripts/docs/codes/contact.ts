import type { CodeDetails } from './details.ts';

const aside = 'This contact waits as it is on both sides; all others go on.';
const ended =
  'The link has ended and is remembered as ended, so that no later pass makes or deletes anything for it.';

/** The codes of contacts. */
export const contactCodes = {
  'TDM-C-NAMELESS': {
    when: 'When a contact in the folder has neither a name nor a company nor an e-mail address: Salesforce requires a last name.',
    meanwhile: aside,
    steps: ['Open the contact in Outlook and give it a name. It syncs with the next pass.'],
  },
  'TDM-C-CLIPPED': {
    when: 'When a text from Outlook is longer than the Salesforce field.',
    meanwhile:
      'Salesforce has the beginning, Outlook keeps the whole, and the short text never overwrites the long one.',
    steps: [],
  },
  'TDM-C-COMPANY': {
    when: 'When no account that the user can see has the name of the contact’s company, and the configuration leaves unknown companies alone.',
    meanwhile: 'The contact syncs without an account. The company in Outlook is never erased.',
    steps: [
      'Open the issue: it offers accounts with similar names.',
      'Choose the account, or create it in Salesforce, or correct the company in Outlook.',
    ],
  },
  'TDM-C-COMPANY-TWICE': {
    when: 'When several accounts that the user can see have the name of the contact’s company.',
    meanwhile: 'The contact syncs without an account. The company in Outlook is never erased.',
    steps: [
      'Open the issue and choose the account.',
      'Merge accounts that are the same, so that it does not happen again.',
    ],
  },
  'TDM-C-CONFLICT': {
    when: 'When the same field was changed on both sides since the last pass, to different values, or both sides differ when they are paired.',
    meanwhile:
      'The side that the configuration names has won. The other value is kept in the issue, which is closed.',
    steps: ['If the other value is the right one, copy it from the issue into the contact on either side.'],
  },
  'TDM-C-REFUSED-BY-SALESFORCE': {
    when: 'When Salesforce refuses to save the contact: a validation rule, a value that a picklist does not have, a flow or trigger that fails, a record that the integration user may not write.',
    meanwhile: aside,
    steps: [
      'Read the reason: it is Salesforce’s own, with the field where it names one.',
      'Correct the field on either side, or the rule; the contact is tried again when it changes.',
      'After a change of a rule or permission, retry the issue.',
    ],
  },
  'TDM-C-REQUIRED': {
    when: 'When your org requires a field on contacts that nothing is mapped to.',
    meanwhile: 'Contacts from Outlook get no record; contacts that have one go on.',
    steps: [
      'Give the field a default value in Setup, or map an Exchange property to it in the configuration.',
      'Retry the issue, or wait: after any change of a configuration such contacts are tried again.',
    ],
  },
  'TDM-C-RECORD-TYPE': {
    when: 'When the record type that the configuration chooses for new contacts does not exist, is inactive, or is not given to the integration user.',
    meanwhile: 'Contacts from Outlook get no record; contacts that have one go on.',
    steps: [
      'Choose another record type in the configuration, activate this one, or give it to the integration user by a permission set.',
      'The contacts are tried again by themselves.',
    ],
  },
  'TDM-C-DUPLICATE': {
    when: 'When a duplicate rule blocks the contact, or alerts and the configuration does not save then, and the match is not a contact of the user.',
    meanwhile: aside,
    steps: [
      'Open the issue and choose the record that the contact is: the two are paired.',
      'Or correct the contact on either side; it is tried again when it changes.',
      'Or have an admin change the duplicate rule, and retry the issue.',
    ],
  },
  'TDM-C-REFUSED-BY-EXCHANGE': {
    when: 'When Exchange refuses to save the contact, such as for a value that is too long.',
    meanwhile: aside,
    steps: [
      'Read the reason, and correct the field in Salesforce; the contact is tried again when it changes.',
    ],
  },
  'TDM-C-MALFORMED': {
    when: 'When Exchange sends a contact that is not in the shape of a contact.',
    meanwhile: aside,
    steps: [
      'Open the contact in Outlook, change something and save it.',
      'If that does not help, report the detail.',
    ],
  },
  'TDM-C-DELETED-BY-OTHER': {
    when: 'When somebody else deleted the record in Salesforce and the contact was edited in Outlook after that.',
    meanwhile: 'The contact in Outlook is kept, and no record is made again without being asked.',
    steps: [
      'If the contact is still needed, restore it from the recycle bin of Salesforce: it syncs again.',
      'Or retry the issue to create it anew from Outlook.',
      'Otherwise delete it in Outlook.',
    ],
  },
  'TDM-C-PURGED': {
    when: 'When a record is missing from Salesforce and from its recycle bin, so that nobody can tell whether it was deleted or merged.',
    meanwhile: `The contact in Outlook is kept. ${ended}`,
    steps: [
      'Delete the contact in Outlook if it is not needed any more.',
      'Otherwise choose the contact that it became, or retry the issue to create it again.',
    ],
  },
  'TDM-C-SECOND': {
    when: 'When two contacts of the folder stand for one record, usually after a merge in Salesforce.',
    meanwhile: 'One of the two syncs; this one stays as it is.',
    steps: ['Delete this contact in Outlook, or ignore the issue to keep both.'],
  },
  'TDM-C-DELETED-UNSEEN': {
    when: 'When a contact is missing in Outlook after a time that Tandem could not follow, as after a lost cursor or database.',
    meanwhile: `The record in Salesforce is kept. ${ended}`,
    steps: ['Delete the record in Salesforce too if it is not needed any more.'],
  },
  'TDM-C-NOT-OWNER': {
    when: 'When a contact is deleted in Outlook whose record belongs to somebody else.',
    meanwhile: `The record stays in Salesforce. ${ended}`,
    steps: [],
  },
  'TDM-C-NOT-DELETABLE': {
    when: 'When a contact is deleted in Outlook by a user who may not delete contacts in Salesforce.',
    meanwhile: `The record stays in Salesforce. ${ended}`,
    steps: [],
  },
  'TDM-C-NOT-CREATABLE': {
    when: 'When a contact is put into the folder by a user who may not create contacts in Salesforce.',
    meanwhile: 'The contact is only in Outlook; contacts that have a record go on.',
    steps: ['Ask your admin for the permission Create on contacts. The contact then syncs by itself.'],
  },
  'TDM-C-NOT-EDITABLE': {
    when: 'When a contact is changed in Outlook whose record the user may only read.',
    meanwhile: 'The change waits in Outlook; changes from Salesforce still arrive.',
    steps: [
      'Ask the owner of the record or an admin to let you edit it: the change then syncs by itself.',
      'Or take the change back in Outlook.',
    ],
  },
  'TDM-C-ACCESS-LOST': {
    when: 'When the user may no longer see the record in Salesforce, and has changed the copy in Outlook. A copy that nobody changed is taken away instead.',
    meanwhile: `The contact in Outlook is kept. ${ended}`,
    steps: [
      'Ask the owner of the record or an admin to share it with you again: it then syncs by itself.',
      'Or delete the contact in Outlook.',
    ],
  },
  'TDM-C-PERSON-FIELD': {
    when: 'When a mapped field has no place on a person account, such as the company.',
    meanwhile: 'The value stays in Outlook; all other fields sync.',
    steps: [],
  },
  'TDM-C-PERSON-KEPT': {
    when: 'When a contact is deleted in Outlook whose record is a person account.',
    meanwhile: `The person account is kept, with its opportunities and cases. ${ended}`,
    steps: ['Delete the person account in Salesforce if it is not needed any more.'],
  },
  'TDM-C-LEFT-FILTER': {
    when: 'When a contact does not match scope and filter of the configuration any more, and its copy in Outlook was changed or not made by Tandem.',
    meanwhile: `The copy in Outlook is kept. ${ended} When the contact matches again, it syncs again.`,
    steps: ['Delete the copy in Outlook, or ask your admin to include the contact.'],
  },
  'TDM-C-MAPPING': {
    when: 'When a field mapping names a field or property that does not exist, types that do not fit, a field that cannot be written, or a property that another field has.',
    meanwhile: 'The mapping is left out; all other fields sync.',
    steps: [
      'Open the field mappings of the configuration: the reason stands beside the row.',
      'Choose another field, property or direction, or remove the mapping; it takes up to ten minutes to be noticed, or ask for a sync.',
    ],
  },
} satisfies Record<`TDM-C-${string}`, CodeDetails>;
