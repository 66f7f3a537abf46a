import { activityBefore } from './activity.ts';
import { accounts } from './accounts.ts';
import { lead } from './calendars.ts';
import { acquaintances } from './company.ts';
import { admin, adminsContacts, integration, newcomer, reps } from './people.ts';
import type { DemoUser } from './people.ts';
import { metBySalesforce, salesforceEvents } from './salesforce-events.ts';
import type { Address, DemoContact } from './words.ts';

/** The connected app by which the bridge signs in to the demo org. */
export interface SalesforceApp {
  readonly clientId: string;
  readonly certificatePem: string;
}

/**
 * What `POST /_control/seed` of the emulated org takes: the people, accounts, contacts and events, and unless `configured` is false an active
 * configuration.
 */
export function salesforceSeed(app: SalesforceApp, configured = true, now = new Date()) {
  return {
    organization: { Name: 'Fernhill Trading', sharedActivities: true },
    customFields: [
      { object: 'Contact', fullName: 'Nickname__c', type: 'Text', label: 'Nickname', length: 40 },
      { object: 'Contact', fullName: 'Score__c', type: 'Number', label: 'Score', precision: 5, scale: 0 },
      { object: 'Activity', fullName: 'Topic__c', type: 'Text', label: 'Topic', length: 40 },
    ],
    apps: [{ ...app, permissionSets: ['Tandem_Integration'] }],
    permissionSets: [eventsOfOthers],
    users: [
      ...Object.entries(reps).map(([ref, rep]) => ({
        ref,
        profile: 'Standard User',
        permissionSets: ['Tandem_User'],
        ...user(rep),
      })),
      { ref: 'admin', profile: 'System Administrator', permissionSets: ['Tandem_Admin'], ...user(admin) },
      { ref: 'newcomer', profile: 'Standard User', ...user(newcomer) },
      {
        ref: 'integration',
        profile: 'Minimum Access - API Only Integrations',
        permissionSets: ['Tandem_Integration', eventsOfOthers.Name],
        ...user(integration),
      },
    ],
    accounts: accounts.map(({ key, name, domain, city, country, industry, phone }) => ({
      ref: key,
      Name: name,
      Website: `https://www.${domain}`,
      BillingCity: city,
      BillingCountry: country,
      Industry: industry,
      Phone: phone,
      OwnerId: '@admin',
    })),
    contacts: [
      ...acquaintances().flatMap(({ rep, salesforce }) => (salesforce ? [record(salesforce, rep)] : [])),
      ...adminsContacts.map((contact) => record(contact, 'admin')),
    ],
    leads: [{ ...lead, ...by('maya'), Status: 'Open - Not Contacted' }],
    events: salesforceEvents(now),
    records: configured ? setUp(now) : {},
  };
}

/** What the bridge's user needs to act on the events that other people own: docs/installing.md. */
const eventsOfOthers = {
  Name: 'Events_of_Others',
  Label: 'Events of others',
  userPermissions: ['ActivitiesAccess', 'EditEvent', 'ViewAllData', 'ModifyAllData'],
};

/** An active configuration with the reps, and what was synced before today. */
function setUp(now: Date) {
  return {
    Tandem_Configuration__c: [
      {
        ref: 'salesTeam',
        Name: 'Sales team',
        Description__c: 'Everybody who sells: own contacts, both ways.',
        Active__c: true,
        Contact_Direction__c: 'Both',
        Contact_Scope__c: 'Own',
        Event_Direction__c: 'Both',
        Private_Events__c: 'TimeOnly',
        Event_Deletes_To_Salesforce__c: 'Delete',
        Event_Deletes_To_Exchange__c: 'Delete',
      },
    ],
    Tandem_Activity__c: activityBefore(now),
    Tandem_Assignment__c: Object.keys(reps).map((rep) => ({
      Configuration__c: '@salesTeam',
      Assignee_Id__c: `@${rep}`,
      User__c: `@${rep}`,
    })),
  };
}

const user = ({ firstName, lastName, email, title, timeZone }: DemoUser) => ({
  Username: email,
  FirstName: firstName,
  LastName: lastName,
  Title: title,
  TimeZoneSidKey: timeZone,
});

const by = (owner: string) => ({
  OwnerId: `@${owner}`,
  CreatedById: `@${owner}`,
  LastModifiedById: `@${owner}`,
});

function record(contact: DemoContact, owner: string): Record<string, unknown> {
  const account = accounts.find(({ name }) => name === contact.company);
  const [email] = contact.emails;
  const fields = {
    ref: email && metBySalesforce.includes(email) ? email : undefined,
    ...by(owner),
    AccountId: account && `@${account.key}`,
    FirstName: contact.firstName,
    LastName: contact.lastName,
    Email: email,
    Title: contact.title,
    Department: contact.department,
    Phone: contact.phone,
    MobilePhone: contact.mobile,
    HomePhone: contact.homePhone,
    AssistantName: contact.assistant,
    Birthdate: contact.birthday,
    Description: contact.notes,
    LastActivityDate: contact.lastActivity,
    ...(contact.work && address('Mailing', contact.work)),
    ...(contact.home && address('Other', contact.home)),
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
}

const address = (prefix: string, { street, city, state, postalCode, country }: Address) => ({
  [`${prefix}Street`]: street,
  [`${prefix}City`]: city,
  [`${prefix}State`]: state,
  [`${prefix}PostalCode`]: postalCode,
  [`${prefix}Country`]: country,
});
