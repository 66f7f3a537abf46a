import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Log } from '../domain/log.ts';
import { createExchange } from '../exchange/create-exchange.ts';
import type { BridgeDeps } from '../jobs/bridge-deps.ts';
import { createFingerprint } from '../jobs/fingerprint.ts';
import { createSalesforce } from '../salesforce/create-salesforce.ts';
import type { OpenStore } from '../store/open.ts';
import { openStore } from '../store/open.ts';
import type { Settings } from './settings.ts';

/** A bridge whose database is open and whose services have not been called yet. */
export interface OpenBridge {
  readonly deps: BridgeDeps;
  readonly database: OpenStore;
  close(): Promise<void>;
}

/** Opens the database and prepares the connections that the settings name. */
export async function openBridge(settings: Settings, log: Log): Promise<OpenBridge> {
  const database = await openStore({
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATABASE_URL === undefined ? resolve(settings.TANDEM_DATA_DIR) : undefined,
    log,
  });
  const exchange = createExchange({
    tenantId: settings.TANDEM_TENANT_ID,
    clientId: settings.TANDEM_CLIENT_ID,
    certificatePem: settings.TANDEM_CERTIFICATE,
    privateKeyPem: settings.TANDEM_PRIVATE_KEY,
    graphUrl: settings.TANDEM_GRAPH_URL,
    authorityUrl: settings.TANDEM_AUTHORITY_URL,
    log,
  });
  const salesforce = createSalesforce({
    loginUrl: settings.TANDEM_SALESFORCE_LOGIN_URL,
    ...(settings.TANDEM_SALESFORCE_AUDIENCE === undefined
      ? {}
      : { audience: settings.TANDEM_SALESFORCE_AUDIENCE }),
    clientId: settings.TANDEM_SALESFORCE_CLIENT_ID,
    username: settings.TANDEM_SALESFORCE_USERNAME,
    privateKeyPem: settings.TANDEM_SALESFORCE_PRIVATE_KEY,
    log,
  });
  return {
    deps: {
      store: database.store,
      salesforce,
      exchange,
      fingerprint: createFingerprint(settings.TANDEM_FINGERPRINT_KEY),
      now: () => new Date(),
      log,
      holder: `${hostname()}:${process.pid}`,
    },
    database,
    async close() {
      await Promise.allSettled([exchange.close(), salesforce.close()]);
      await database.close();
    },
  };
}
