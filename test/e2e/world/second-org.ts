import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { World } from '../world.ts';
import type { Admin } from './admin.ts';
import { createAdmin } from './admin.ts';
import type { SyncResult } from './bridge.ts';
import { runSync } from './bridge.ts';
import { askedKind, createDatabase } from './database.ts';
import type { SalesforceOrg } from './salesforce.ts';
import { startSalesforce } from './salesforce.ts';

/** A further org, such as a sandbox, in which Ada syncs too, with a bridge and a database of its own. */
export interface SecondOrg {
  salesforce: SalesforceOrg;
  admin: Admin;
  ada: string;
  sync(): Promise<SyncResult>;
}

/** Starts it; it ends with the test. */
export async function startSecondOrg({ settings }: World): Promise<SecondOrg> {
  const salesforce = await startSalesforce();
  const folder = mkdtempSync(join(tmpdir(), 'tandem-second-'));
  const database = await createDatabase(askedKind(), folder);
  onTestFinished(async () => {
    await salesforce.close();
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  await salesforce.becomes('00D7Q000000SANDEA0');
  const certificate = readFileSync(settings.TANDEM_CERTIFICATE_FILE as string, 'utf8');
  const { TANDEM_SALESFORCE_CLIENT_ID: app = '', TANDEM_SALESFORCE_USERNAME: bridge = '' } = settings;
  await salesforce.registerApp(app, certificate, bridge);
  const admin = createAdmin(salesforce, await salesforce.addAdmin('Root', 'root@example.test'));
  const ada = await salesforce.addUser('Ada', 'ada@example.test');
  await admin.activates([ada]);
  const own = { ...settings, TANDEM_SALESFORCE_LOGIN_URL: salesforce.url, ...database.settings };
  return { salesforce, admin, ada, sync: () => runSync(own, []) };
}
