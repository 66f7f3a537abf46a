import type { ExchangeClient } from '../../emulators/client/exchange.ts';
import type { SalesforceClient } from '../../emulators/client/salesforce.ts';
import { linkKeyOf } from '../../bridge/src/sync/identity.ts';
import { as } from '../../bridge/src/domain/ids.ts';
import { accountCount, accountName, benchContact } from '../contacts.ts';
import type { BenchMailbox, StartState } from './state.ts';

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

/** Fills both emulators in bulk. Every mailbox has its own contacts; the org always has the accounts they work for. */
export async function seedWorld(
  { exchange, salesforce }: Sides,
  keys: BenchKeys,
  state: StartState,
): Promise<readonly BenchMailbox[]> {
  const emails = Array.from({ length: state.mailboxes }, (_, index) => `person${index}@bench.example`);
  const inExchange = state.place !== 'salesforce';
  const inSalesforce = state.place !== 'exchange';
  const { certificatePem } = keys;
  const tenant = await exchange.seed({
    tenant: { id: keys.tenantId },
    apps: [{ clientId: keys.exchangeClientId, certificatePem }],
    mailboxes: emails.map((email, index) => ({
      userPrincipalName: email,
      folders: [
        {
          displayName: folderName,
          contacts: inExchange ? numbers(state, index).map((number) => benchContact(number).exchange) : [],
        },
      ],
    })),
  });
  const { ids } = await salesforce.seed({
    apps: [{ clientId: keys.salesforceClientId, certificatePem, permissionSets: ['Tandem_Integration'] }],
    users: [
      {
        Username: keys.username,
        LastName: 'Tandem',
        profile: 'Minimum Access - API Only Integrations',
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
    contacts: inSalesforce
      ? emails.flatMap((_, index) => numbers(state, index).map((number) => record(number, index)))
      : [],
    records: {
      Tandem_Configuration__c: [{ ref: 'configuration', Name: 'Bench', Active__c: true }],
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
      exchangeIds: folder?.contacts ?? [],
      recordIds: numbers(state, index).flatMap((number) => ids[`contact${number}`] ?? []),
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

/** The numbers of the contacts of one mailbox. */
function numbers({ contacts }: StartState, mailbox: number): readonly number[] {
  return Array.from({ length: contacts }, (_, index) => mailbox * contacts + index);
}

function record(number: number, mailbox: number): Record<string, unknown> {
  const { salesforce, account } = benchContact(number);
  const owner = `@user${mailbox}`;
  return {
    ref: `contact${number}`,
    OwnerId: owner,
    CreatedById: owner,
    LastModifiedById: owner,
    AccountId: `@account${account}`,
    ...salesforce,
  };
}
