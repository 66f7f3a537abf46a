import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Credentials } from './credentials.ts';

export interface BridgeSettings {
  readonly tenantId: string;
  readonly exchangeClientId: string;
  readonly salesforceClientId: string;
  readonly credentials: Credentials;
  readonly exchangeUrl: string;
  readonly salesforceUrl: string;
  /** The integration user of the demo org. */
  readonly username: string;
  readonly folder: string;
  readonly pollSeconds: PollSeconds;
}

/** How often each side is asked for changes. */
export interface PollSeconds {
  readonly exchange: number;
  readonly salesforce: number;
}

/**
 * The environment of the demo's bridge: the settings of a real bridge with the emulators' addresses. Settings that this machine
 * has for a real bridge are left out, its database above all.
 */
export function bridgeEnvironment(settings: BridgeSettings, machine: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { credentials, exchangeUrl, salesforceUrl } = settings;
  const others = Object.entries(machine).filter(([name]) => !/^(TANDEM_|DATABASE_URL)/.test(name));
  return {
    ...Object.fromEntries(others),
    TANDEM_TENANT_ID: settings.tenantId,
    TANDEM_CLIENT_ID: settings.exchangeClientId,
    TANDEM_CERTIFICATE_FILE: credentials.certificateFile,
    TANDEM_PRIVATE_KEY_FILE: credentials.privateKeyFile,
    TANDEM_GRAPH_URL: exchangeUrl,
    TANDEM_AUTHORITY_URL: exchangeUrl,
    TANDEM_SALESFORCE_LOGIN_URL: salesforceUrl,
    TANDEM_SALESFORCE_CLIENT_ID: settings.salesforceClientId,
    TANDEM_SALESFORCE_USERNAME: settings.username,
    TANDEM_SALESFORCE_PRIVATE_KEY_FILE: credentials.privateKeyFile,
    TANDEM_DATA_DIR: join(settings.folder, 'data'),
    TANDEM_EXCHANGE_POLL_SECONDS: String(settings.pollSeconds.exchange),
    TANDEM_SALESFORCE_POLL_SECONDS: String(settings.pollSeconds.salesforce),
    TANDEM_FINGERPRINT_KEY: randomBytes(32).toString('hex'),
    // Mail of the emulated tenant reaches nobody, and the Outlook page shows it.
    TANDEM_MAY_MAIL: 'yes',
    TANDEM_LOG: 'plain',
  };
}
