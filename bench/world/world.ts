import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from '../../emulators/client/certificate.ts';
import type { ExchangeClient } from '../../emulators/client/exchange.ts';
import { createExchangeClient } from '../../emulators/client/exchange.ts';
import type { SalesforceClient } from '../../emulators/client/salesforce.ts';
import { createSalesforceClient } from '../../emulators/client/salesforce.ts';
import { startEmulator } from '../../playground/demo/emulator.ts';
import type { BenchBridge } from '../bridge/process.ts';
import { startBenchBridge } from '../bridge/process.ts';
import { seedWorld } from './seed.ts';
import type { BenchMailbox, StartState } from './state.ts';

/** The two emulated services and the bridge, each a process of its own. */
export interface BenchWorld {
  readonly exchange: ExchangeClient;
  readonly salesforce: SalesforceClient;
  readonly bridge: BenchBridge;
  readonly mailboxes: readonly BenchMailbox[];
  close(): Promise<void>;
}

const latencyMs = 20;
const hourSeconds = 3600;
const daySeconds = 24 * hourSeconds;
const tokenDays = 60;

/**
 * Starts the parts, fills both sides an hour ago by their clocks, and opens the bridge's database. `databaseUrl` is an empty
 * Postgres database; null means the embedded one.
 */
export async function openWorld(state: StartState, databaseUrl: string | null): Promise<BenchWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const bridge = startBenchBridge();
  const emulators = await Promise.all(
    ['exchange', 'salesforce'].map((side) =>
      startEmulator(
        `The emulator of ${side}`,
        join(import.meta.dirname, '..', '..', 'emulators', side, 'start.ts'),
      ),
    ),
  );
  const close = async () => {
    await bridge.stop();
    await Promise.all(emulators.map((emulator) => emulator.process.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [exchangeUrl, salesforceUrl] = emulators.map(({ url }) => url) as [string, string];
    const exchange = createExchangeClient(exchangeUrl);
    const salesforce = createSalesforceClient(salesforceUrl);
    const certificate = createCertificate('Tandem bench');
    const keys = {
      tenantId: randomUUID(),
      exchangeClientId: randomUUID(),
      salesforceClientId: `3MVG9${randomBytes(32).toString('hex')}`,
      username: 'tandem@bench.example',
      certificatePem: certificate.certificatePem,
    };
    await advance({ exchange, salesforce }, -hourSeconds);
    const mailboxes = await seedWorld({ exchange, salesforce }, keys, state);
    await advance({ exchange, salesforce }, hourSeconds);
    // Tokens end by the emulators' clocks, which benches move.
    await exchange.settings.change({ latencyMs, limits: { tokenSeconds: tokenDays * daySeconds } });
    await salesforce.settings.change({ latencyMs });
    const certificateFile = join(folder, 'certificate.pem');
    const privateKeyFile = join(folder, 'private-key.pem');
    writeFileSync(certificateFile, certificate.certificatePem);
    writeFileSync(privateKeyFile, certificate.privateKeyPem, { mode: 0o600 });
    await bridge.order({
      order: 'open',
      settings: {
        TANDEM_TENANT_ID: keys.tenantId,
        TANDEM_CLIENT_ID: keys.exchangeClientId,
        TANDEM_CERTIFICATE_FILE: certificateFile,
        TANDEM_PRIVATE_KEY_FILE: privateKeyFile,
        TANDEM_GRAPH_URL: exchangeUrl,
        TANDEM_AUTHORITY_URL: exchangeUrl,
        TANDEM_SALESFORCE_LOGIN_URL: salesforceUrl,
        TANDEM_SALESFORCE_CLIENT_ID: keys.salesforceClientId,
        TANDEM_SALESFORCE_USERNAME: keys.username,
        TANDEM_SALESFORCE_PRIVATE_KEY_FILE: privateKeyFile,
        TANDEM_FINGERPRINT_KEY: randomBytes(32).toString('hex'),
        TANDEM_LOG_LEVEL: 'warn',
        // Every cycle polls every mailbox, and the next one is soon ready; what is rare in a running bridge stays rare.
        TANDEM_EXCHANGE_POLL_SECONDS: '1',
        TANDEM_SALESFORCE_POLL_SECONDS: '3',
        ...(databaseUrl === null ? { TANDEM_DATA_DIR: join(folder, 'data') } : { DATABASE_URL: databaseUrl }),
      },
    });
    return { exchange, salesforce, bridge, mailboxes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Moves both clocks on. */
export async function advance(
  { exchange, salesforce }: Pick<BenchWorld, 'exchange' | 'salesforce'>,
  seconds: number,
): Promise<void> {
  await Promise.all([exchange, salesforce].map((service) => service.clock.change({ advance: seconds })));
}

/** Moves all three clocks on by a day. */
export async function aNightPasses(world: BenchWorld): Promise<void> {
  await advance(world, daySeconds);
  await world.bridge.order({ order: 'advance', seconds: daySeconds });
}

/** Moves both clocks on by an hour, after which nothing that was read before is read again for being recent. */
export function anHourPasses(world: Pick<BenchWorld, 'exchange' | 'salesforce'>): Promise<void> {
  return advance(world, hourSeconds);
}
