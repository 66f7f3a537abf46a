import { startBridge } from '../e2e/world/bridge.ts';

/** Nothing is signed in to, so that any words will do. */
const SETTINGS = {
  TANDEM_TENANT_ID: 'tenant',
  TANDEM_CLIENT_ID: 'client',
  TANDEM_CERTIFICATE: 'certificate',
  TANDEM_PRIVATE_KEY: 'key',
  TANDEM_SALESFORCE_CLIENT_ID: 'client',
  TANDEM_SALESFORCE_USERNAME: 'tandem@example.test',
  TANDEM_SALESFORCE_PRIVATE_KEY: 'key',
  TANDEM_FINGERPRINT_KEY: 'c2VjcmV0LW9mLXRoZS1lbmQtdG8tZW5kLXRlc3RzLTAx',
};

/** Has a bridge make its tables in the database that the settings name. */
export async function migrateDatabase(settings: Readonly<Record<string, string>>): Promise<void> {
  const bridge = startBridge(['migrate'], { ...SETTINGS, ...settings });
  if ((await bridge.ended) !== 0) throw new Error(`No database could be made.\n${bridge.output()}`);
}
