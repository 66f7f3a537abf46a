import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Log } from '../domain/log.ts';
import type { BridgeDeps } from '../jobs/bridge-deps.ts';
import { createFingerprint } from '../jobs/fingerprint.ts';
import type { OpenStore } from '../store/open.ts';
import { openStore } from '../store/open.ts';
import { exchangeOf, salesforceOf } from './connections.ts';
import type { Settings } from './settings.ts';

/** A bridge whose database is open and whose services have not been called yet. */
export interface OpenBridge {
  readonly deps: BridgeDeps;
  readonly database: OpenStore;
  close(): Promise<void>;
}

/** Where the settings keep the database. */
export function databaseOf(settings: Pick<Settings, 'DATABASE_URL' | 'TANDEM_DATA_DIR'>) {
  return {
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATABASE_URL === undefined ? resolve(settings.TANDEM_DATA_DIR) : undefined,
  };
}

/** Opens the database and prepares the connections that the settings name. */
export async function openBridge(settings: Settings, log: Log): Promise<OpenBridge> {
  const database = await openStore({ ...databaseOf(settings), log });
  const exchange = exchangeOf(settings, log);
  const salesforce = salesforceOf(settings, log);
  return {
    deps: {
      store: database.store,
      salesforce,
      exchange,
      fingerprint: createFingerprint(settings.TANDEM_FINGERPRINT_KEY),
      now: () => new Date(),
      log,
      holder: `${hostname()}:${process.pid}`,
      mayMail: settings.TANDEM_MAY_MAIL === 'yes',
    },
    database,
    async close() {
      await Promise.allSettled([exchange.close(), salesforce.close()]);
      await database.close();
    },
  };
}
