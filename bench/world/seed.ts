import type { ExchangeClient } from '../../emulators/client/exchange.ts';
import type { SalesforceClient } from '../../emulators/client/salesforce.ts';
import { linkKeyOf } from '../../bridge/src/sync/identity.ts';
import { as } from '../../bridge/src/domain/ids.ts';
import { accountCount, accountName, benchContact } from '../contacts.ts';
import { benchEvent, benchSeries } from '../events.ts';
import type { BenchMailbox, ContactsAtStart, EventsAtStart, StartState } from './state.ts';

/** By what the bridge signs in on both sides. */
export interface BenchKeys {
  readonly tenantId: string;
  readonly exchangeClientId: string;
  readonly salesforceClientId: string;
  readonly username: string;
  readonly certificatePem: string;
}

const folderName = 'Salesforce_Sync';

interface Sides {
  readonly exchange: ExchangeClient;
  readonly salesforce: SalesforceClient;
}

/** Fills both emulators in bulk. Every mailbox has its own items; the org always has the accounts that contacts work for. */
export async function seedWorld(
  { exchange, salesforce }: Sides,
  keys: BenchKeys,
  state: StartState,
): Promise<readonly BenchMailbox[]> {
  const emails = Array.from({ length: state.mailboxes }, (_, index) => `person${index}@bench.example`);
  const { certificatePem } = keys;
  const today = new Date();
  const tenant = await exchange.seed({
    tenant: { id: keys.tenantId },
    apps: [{ clientId: keys.exchangeClientId, certificatePem }],
    mailboxes: emails.map((email, index) => ({
      userPrincipalName: email,
      folders: [
        { displayName: folderName, contacts: state.kind === 'Contact' ? contactsOf(state, index) : [] },
      ],
      events: state.kind === 'Event' ? eventsOf(state, index, today) : [],
    })),
  });
  const { ids } = await salesforce.seed({
    apps: [{ clientId: keys.salesforceClientId, certificatePem, permissionSets: ['Tandem_Integration'] }],
    users: [
      {
        Username: keys.username,
        LastName: 'Tandem',
        // Acting on the events of others takes rights that the package does not give.
        profile: state.kind === 'Event' ? 'System Administrator' : 'Minimum Access - API Only Integrations',
        permissionSets: ['Tandem_Integration'],
      },
      ...emails.map((email, index) => ({
        ref: `user${index}`,
        Username: email,
        LastName: `Person ${index}`,
        permissionSets: ['Tandem_User'],
      })),
    ],
    accounts: Array.from({ length: accountCount }, (_, index) => ({
      ref: `account${index}`,
      Name: accountName(index),
    })),
    contacts: state.kind === 'Contact' ? emails.flatMap((_, index) => contactRecords(state, index)) : [],
    events: state.kind === 'Event' ? emails.flatMap((_, index) => eventRecords(state, index, today)) : [],
    records: {
      Tandem_Configuration__c: [
        { ref: 'configuration', Name: 'Bench', Active__c: true, ...settingsOf(state) },
      ],
      Tandem_Assignment__c: emails.map((_, index) => ({
        Configuration__c: '@configuration',
        Assignee_Id__c: `@user${index}`,
        User__c: `@user${index}`,
      })),
    },
  });
  const mailboxes = emails.map((email, index): BenchMailbox => {
    const folder = tenant.mailboxes[index]?.folders[0];
    return {
      email,
      userId: ids[`user${index}`] ?? '',
      exchangeIds: (state.kind === 'Contact' ? folder?.contacts : tenant.mailboxes[index]?.events) ?? [],
      recordIds: numbers(state, index).flatMap((number) => ids[`${state.kind}${number}`] ?? []),
    };
  });
  if (state.place === 'linked')
    await seedLinks(salesforce, mailboxes, (index) => ({
      mailboxId: tenant.mailboxes[index]?.id ?? '',
      folderId: tenant.mailboxes[index]?.folders[0]?.id ?? '',
    }));
  return mailboxes;
}

/** What the bridge keeps in Salesforce of mailboxes that are in sync. */
async function seedLinks(
  salesforce: SalesforceClient,
  mailboxes: readonly BenchMailbox[],
  homeOf: (index: number) => { readonly mailboxId: string; readonly folderId: string },
): Promise<void> {
  await salesforce.seed({
    records: {
      Tandem_Mailbox__c: mailboxes.map(({ userId, email }, index) => ({
        ref: `mailbox${index}`,
        User_Key__c: userId,
        User__c: userId,
        OwnerId: userId,
        Email__c: email,
        Exchange_User_Id__c: homeOf(index).mailboxId,
        Contacts_Folder_Id__c: homeOf(index).folderId,
        Epoch__c: 1,
        Contacts_State__c: 'InSync',
      })),
      Tandem_Link__c: mailboxes.flatMap(({ userId, exchangeIds, recordIds }, index) =>
        exchangeIds.map((exchangeId, number) => ({
          Link_Key__c: linkKeyOf(as(userId), 'contacts', as(exchangeId)),
          OwnerId: userId,
          Mailbox__c: `@mailbox${index}`,
          Kind__c: 'Contact',
          Scope__c: 'contacts',
          Exchange_Id__c: exchangeId,
          Record_Id__c: recordIds[number],
          State__c: 'Live',
          Made_By_Tandem__c: 'None',
        })),
      ),
    },
  });
}

/** The numbers of the contacts, or single events, of one mailbox. */
function numbers(state: StartState, mailbox: number): readonly number[] {
  const length = state.kind === 'Contact' ? state.contacts : state.singles;
  return Array.from({ length }, (_, index) => mailbox * length + index);
}

function settingsOf(state: StartState): Record<string, unknown> {
  return state.kind === 'Contact'
    ? { Event_Direction__c: 'Off' }
    : {
        Contact_Direction__c: 'Off',
        Event_Direction__c: 'Both',
        Event_Deletes_To_Salesforce__c: 'Delete',
        Event_Deletes_To_Exchange__c: 'Delete',
        Series_Days_Ahead__c: state.seriesDaysAhead,
      };
}

function contactsOf(state: ContactsAtStart, mailbox: number) {
  if (state.place === 'salesforce') return [];
  return numbers(state, mailbox).map((number) => benchContact(number).exchange);
}

function eventsOf(state: EventsAtStart, mailbox: number, today: Date) {
  const singles = state.place === 'salesforce' ? [] : numbers(state, mailbox);
  const series = Array.from({ length: state.series }, (_, index) => mailbox * state.series + index);
  return [
    ...singles.map((number) => benchEvent(number, today).exchange),
    ...series.map((number) => benchSeries(number, state.shape, today)),
  ];
}

function contactRecords(state: ContactsAtStart, mailbox: number) {
  if (state.place === 'exchange') return [];
  return numbers(state, mailbox).map((number) => {
    const { salesforce, account } = benchContact(number);
    return { ...owned('Contact', number, mailbox), AccountId: `@account${account}`, ...salesforce };
  });
}

function eventRecords(state: EventsAtStart, mailbox: number, today: Date) {
  if (state.place === 'exchange') return [];
  return numbers(state, mailbox).map((number) => ({
    ...owned('Event', number, mailbox),
    ...benchEvent(number, today).salesforce,
  }));
}

function owned(kind: StartState['kind'], number: number, mailbox: number): Record<string, unknown> {
  const owner = `@user${mailbox}`;
  return { ref: `${kind}${number}`, OwnerId: owner, CreatedById: owner, LastModifiedById: owner };
}
