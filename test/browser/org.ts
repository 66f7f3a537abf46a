import { createSalesforceClient } from '../../emulators/client/salesforce.ts';
import type { SalesforceClient, SalesforceSeed } from '../../emulators/client/salesforce.ts';
import { createSalesforce } from '../../emulators/salesforce/salesforce.ts';
import { salesforceSeed } from '../../playground/company/salesforce-seed.ts';
import { personas } from '../../playground/company/seed.ts';
import { screensOf } from '../../playground/lightning/host.ts';
import { createLines } from '../../playground/lines.ts';
import { createPlayground } from '../../playground/server.ts';
import { root } from './compiled.ts';
import { inBrowser } from './open.ts';
import type { Opened } from './open.ts';

/** The screens of an org behind which no bridge runs: its rows are what the test says. */
export interface OpenedOrg extends Opened {
  readonly org: SalesforceClient;
}

/** Starts the emulated org of the demo company with some rows more, and a browser on its screens; without a configuration if told so; with the screens of `app` if it is given. */
export async function openOrg(
  records: NonNullable<SalesforceSeed['records']> = {},
  { configured = true, app }: { configured?: boolean; app?: string } = {},
): Promise<OpenedOrg> {
  const emulator = await createSalesforce();
  const org = createSalesforceClient(emulator.url);
  await org.seed({ ...salesforceSeed({ clientId: 'none', certificatePem: '' }, configured), apps: [] });
  await org.seed({ records });
  const playground = createPlayground({
    exchangeUrl: emulator.url,
    salesforceUrl: emulator.url,
    lines: createLines(),
    lightning: { personas, folder: screensOf(root), compiled: true, app },
    port: 0,
  }).then((server) => ({ url: server.url, stop: () => server.close() }));
  return { ...(await inBrowser(playground, () => emulator.close())), org };
}

/** The bridge's row when it last reported so many minutes ago. */
export const bridge = (minutes: number) => ({
  Bridge_Key__c: 'default',
  Heartbeat__c: new Date(Date.now() - minutes * 60_000).toISOString(),
  Version__c: '0.1.0',
});

/** The mailbox of a rep, in sync unless told otherwise. */
export const mailbox = (rep: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  ref: `${rep}Mailbox`,
  User_Key__c: `@${rep}`,
  User__c: `@${rep}`,
  OwnerId: `@${rep}`,
  Configuration__c: '@salesTeam',
  Email__c: `${rep}@fernhill.example`,
  Contacts_State__c: 'InSync',
  Events_State__c: 'Off',
  Contacts_In_Exchange__c: 120,
  Contacts_In_Salesforce__c: 120,
  ...fields,
});

/** An issue of Maya's mailbox; its number makes its key. */
export const issue = (number: number, code: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  Issue_Key__c: `issue ${number}`,
  Mailbox__c: '@mayaMailbox',
  OwnerId: '@maya',
  Code__c: code,
  Kind__c: 'Contact',
  Status__c: 'Open',
  Item__c: `Person ${String(number).padStart(4, '0')}`,
  First_Seen__c: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  Last_Seen__c: new Date(Date.UTC(2026, 5, 1)).toISOString(),
  ...fields,
});
