import type { Log } from '../domain/log.ts';
import { createExchange } from '../exchange/create-exchange.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { createSalesforce } from '../salesforce/create-salesforce.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import type { Settings } from './settings.ts';

/** The settings of the connection to Microsoft 365. */
export const exchangeSettings = [
  'TANDEM_TENANT_ID',
  'TANDEM_CLIENT_ID',
  'TANDEM_CERTIFICATE',
  'TANDEM_PRIVATE_KEY',
  'TANDEM_GRAPH_URL',
  'TANDEM_AUTHORITY_URL',
] as const satisfies readonly (keyof Settings)[];

/** The settings of the connection to Salesforce. */
export const salesforceSettings = [
  'TANDEM_SALESFORCE_LOGIN_URL',
  'TANDEM_SALESFORCE_CLIENT_ID',
  'TANDEM_SALESFORCE_USERNAME',
  'TANDEM_SALESFORCE_PRIVATE_KEY',
] as const satisfies readonly (keyof Settings)[];

/** The connection to Microsoft 365 that the settings name; nothing is sent before the first call. */
export function exchangeOf(settings: Pick<Settings, (typeof exchangeSettings)[number]>, log: Log): Exchange {
  return createExchange({
    tenantId: settings.TANDEM_TENANT_ID,
    clientId: settings.TANDEM_CLIENT_ID,
    certificatePem: settings.TANDEM_CERTIFICATE,
    privateKeyPem: settings.TANDEM_PRIVATE_KEY,
    graphUrl: settings.TANDEM_GRAPH_URL,
    authorityUrl: settings.TANDEM_AUTHORITY_URL,
    log,
  });
}

/** The connection to Salesforce that the settings name; nothing is sent before the first call. */
export function salesforceOf(
  settings: Pick<Settings, (typeof salesforceSettings)[number] | 'TANDEM_SALESFORCE_AUDIENCE'>,
  log: Log,
): Salesforce {
  return createSalesforce({
    loginUrl: settings.TANDEM_SALESFORCE_LOGIN_URL,
    audience: settings.TANDEM_SALESFORCE_AUDIENCE,
    clientId: settings.TANDEM_SALESFORCE_CLIENT_ID,
    username: settings.TANDEM_SALESFORCE_USERNAME,
    privateKeyPem: settings.TANDEM_SALESFORCE_PRIVATE_KEY,
    log,
  });
}
