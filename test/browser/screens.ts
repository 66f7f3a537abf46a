import { bridge, issue, mailbox } from './org.ts';

const attendees = [
  'ana@customer.example',
  'bo.with-a-long-name@a-customer-with-a-long-name.example',
] as const;

/** Every screen, and what it shows of the rows of the filled org. */
export const screens = [
  { name: 'Set-up', path: '/lightning/n/Tandem_Setup', filled: 'The bridge reports to this org.' },
  { name: 'Status', path: '/lightning/n/Tandem_Status', filled: 'Maya Castellanos' },
  { name: 'Issues', path: '/lightning/n/Tandem_Issues', filled: 'Person 0001' },
  { name: 'Activity', path: '/lightning/n/Tandem_Activity', filled: /In the last 30 days/ },
  { name: 'My Sync', path: '/lightning/n/Tandem_My_Sync', filled: 'What your admin set up', persona: 'user' },
  { name: 'a contact', path: '/lightning/r/Contact/@contact/view', filled: 'Last synced', persona: 'user' },
  { name: 'an event', path: '/lightning/r/Event/@event/view', filled: attendees[0], persona: 'user' },
  {
    name: 'a configuration',
    path: '/lightning/r/Tandem_Configuration__c/@salesTeam/view',
    filled: 'Can work',
  },
] as const;
export type Screen = (typeof screens)[number];

/** The page of a screen, given the ids of the rows that it names. */
export const pathOf = ({ path }: Screen, ids: Readonly<Record<string, string>>) =>
  path.replace(/@(\w+)/, (_all, ref: string) => ids[ref] ?? ref);

export const personaOf = (screen: Screen) => ('persona' in screen ? screen.persona : 'admin');

/** An org in which every screen has something to show. */
export const rows = {
  Contact: [{ ref: 'contact', LastName: 'Person 0001', OwnerId: '@maya' }],
  Event: [
    {
      ref: 'event',
      Subject: 'Fair',
      OwnerId: '@maya',
      StartDateTime: '2026-06-01T09:00:00.000Z',
      DurationInMinutes: 60,
    },
  ],
  Tandem_Bridge__c: [bridge(0)],
  Tandem_Mailbox__c: [
    mailbox('maya', { Open_Issues__c: 3 }),
    mailbox('jonas', { Contacts_State__c: 'Failing', Contacts_Problem__c: 'TDM-M-NOT-FOUND' }),
    mailbox('aiko', { Contacts_State__c: 'FirstSync', Contacts_Progress__c: 40 }),
  ],
  Tandem_Issue__c: [
    issue(1, 'TDM-C-COMPANY', { Record_Id__c: '@contact' }),
    issue(2, 'TDM-C-COMPANY'),
    issue(3, 'TDM-C-CLIPPED', { Field__c: 'MailingStreet' }),
  ],
  Tandem_Link__c: [
    {
      Link_Key__c: 'link',
      Mailbox__c: '@mayaMailbox',
      OwnerId: '@maya',
      Kind__c: 'Contact',
      State__c: 'Live',
      Record_Id__c: '@contact',
      Exchange_Id__c: 'item',
      Last_Synced__c: new Date().toISOString(),
      Last_Synced_From__c: 'Exchange',
    },
    {
      Link_Key__c: 'link of an event',
      Mailbox__c: '@mayaMailbox',
      OwnerId: '@maya',
      Kind__c: 'Event',
      Scope__c: 'calendar',
      State__c: 'Live',
      Record_Id__c: '@event',
      Exchange_Id__c: 'event',
      Last_Synced__c: new Date().toISOString(),
      Last_Synced_From__c: 'Exchange',
      Unmatched_Attendees__c: attendees.join('\n'),
      Unmatched_Count__c: attendees.length,
    },
  ],
  Tandem_Field_Mapping__c: [
    {
      Configuration__c: '@salesTeam',
      Object__c: 'Contact',
      Salesforce_Field__c: 'Nickname__c',
      Exchange_Property__c: 'nickName',
      Direction__c: 'Both',
    },
  ],
  Tandem_Filter__c: [
    {
      Configuration__c: '@salesTeam',
      Object__c: 'Contact',
      Field__c: 'Department',
      Operator__c: 'Equals',
      Value__c: 'Sales',
    },
  ],
};
