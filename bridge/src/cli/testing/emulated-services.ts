import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCertificate } from '../../../../emulators/client/certificate.ts';
import { copyDatabase } from '../../../../test/database/copied.ts';
import type { ExchangeClient } from '../../../../emulators/client/exchange.ts';
import { createExchangeClient } from '../../../../emulators/client/exchange.ts';
import type { SalesforceClient } from '../../../../emulators/client/salesforce.ts';
import { createSalesforceClient } from '../../../../emulators/client/salesforce.ts';
import { createExchange } from '../../../../emulators/exchange/exchange.ts';
import { createSalesforce } from '../../../../emulators/salesforce/salesforce.ts';

const tenant = '8b7a5c3e-0000-4000-8000-00000000beef';
const client = '11111111-2222-4333-8444-555555555555';
const pair = createCertificate('Tandem');

/** Both services with one synced user, ada@example.com, and the settings of a bridge between them. */
export interface EmulatedServices {
  readonly exchange: ExchangeClient;
  readonly salesforce: SalesforceClient;
  /** Salesforce id of the user. */
  readonly ada: string;
  /** Ids of the active configuration and of the assignment that puts the user into it. */
  readonly configuration: string;
  readonly assignment: string;
  readonly settings: Record<string, string>;
  /** A folder that goes with the test. */
  readonly folder: string;
}

/** Starts both services; they end with the test. */
export async function startServices(): Promise<EmulatedServices> {
  const [graph, org] = await Promise.all([createExchange(), createSalesforce()]);
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cli-'));
  copyDatabase(join(folder, 'data'));
  onTestFinished(async () => {
    await Promise.all([graph.close(), org.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  const exchange = createExchangeClient(graph.url);
  const salesforce = createSalesforceClient(org.url);
  await exchange.seed({
    tenant: { id: tenant },
    apps: [{ clientId: client, certificatePem: pair.certificatePem }],
    mailboxes: [{ userPrincipalName: 'ada@example.com' }],
  });
  const { ids } = await salesforce.seed({
    apps: [{ clientId: 'consumer', certificatePem: pair.certificatePem }],
    users: [
      {
        Username: 'tandem@example.com',
        LastName: 'Tandem',
        profile: 'Minimum Access - API Only Integrations',
        permissionSets: ['Tandem_Integration'],
      },
      {
        ref: 'ada',
        Username: 'ada@example.com',
        Email: 'ada@example.com',
        LastName: 'Ada',
        permissionSets: ['Tandem_User'],
      },
    ],
  });
  const ada = ids.ada ?? '';
  const configuration = await salesforce.people.create({
    object: 'Tandem_Configuration__c',
    fields: { Name: 'Sales', Active__c: true, Event_Direction__c: 'Off' },
  });
  const assignment = await salesforce.people.create({
    object: 'Tandem_Assignment__c',
    fields: { Configuration__c: configuration, Assignee_Id__c: ada, User__c: ada },
  });
  return {
    exchange,
    salesforce,
    ada,
    configuration,
    assignment,
    folder,
    settings: settingsFor(graph.url, org.url, folder),
  };
}

function settingsFor(graphUrl: string, orgUrl: string, folder: string): Record<string, string> {
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, pair.privateKeyPem, { mode: 0o600 });
  return {
    TANDEM_TENANT_ID: tenant,
    TANDEM_CLIENT_ID: client,
    TANDEM_CERTIFICATE: pair.certificatePem,
    TANDEM_PRIVATE_KEY_FILE: keyFile,
    TANDEM_GRAPH_URL: graphUrl,
    TANDEM_AUTHORITY_URL: graphUrl,
    TANDEM_SALESFORCE_LOGIN_URL: orgUrl,
    TANDEM_SALESFORCE_CLIENT_ID: 'consumer',
    TANDEM_SALESFORCE_USERNAME: 'tandem@example.com',
    TANDEM_SALESFORCE_PRIVATE_KEY_FILE: keyFile,
    TANDEM_FINGERPRINT_KEY: 'c2VjcmV0LW9mLXRoZS10ZXN0cw',
    TANDEM_DATA_DIR: join(folder, 'data'),
  };
}
