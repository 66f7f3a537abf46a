import { connectPatiently } from '../../../bridge/src/cli/connect-patiently.ts';
import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { Kind } from '../../../bridge/src/domain/words.ts';
import type { Log } from '../../../bridge/src/domain/log.ts';
import { createExchange } from '../../../bridge/src/exchange/create-exchange.ts';
import { createFingerprint } from '../../../bridge/src/jobs/fingerprint.ts';
import { runBridge } from '../../../bridge/src/jobs/run-bridge.ts';
import { createSalesforce } from '../../../bridge/src/salesforce/create-salesforce.ts';
import type { Salesforce } from '../../../bridge/src/salesforce/salesforce.ts';
import type { Store } from '../../../bridge/src/store/store.ts';
import { runningProcess } from '../machine/time.ts';
import {
  addresses,
  bridgeUser,
  certificatePem,
  clientId,
  consumerKey,
  privateKeyPem,
  tenantId,
} from '../world/credentials.ts';
import type { Wire } from '../world/wire.ts';
import { createWire } from '../world/wire.ts';
import type { PassWatch } from './queue.ts';
import { createQueue } from './queue.ts';

/** What the world hears of a bridge. */
export interface BridgeWatch extends PassWatch {
  /** The org was read for all mailboxes; everything before that moment could be known then. */
  readOrg(startedAt: number): void;
  /** A pass of the mailbox came to its end. */
  synced(userId: UserId, kind: Kind): void;
  /** The process ended by itself. */
  fell(error: unknown): void;
}

export const polls = { exchangeSeconds: 300, salesforceSeconds: 150 } as const;

/** Passes at the same time. */
const concurrency = 3;

/** Starts a whole bridge in a simulated process: the real one, but for its database, its queue and the network. */
export function startBridge(holder: string, store: Store, wire: Wire, watch: BridgeWatch): object {
  const process = { holder };
  runningProcess.run(process, () => {
    void work(holder, store, wire, watch).catch((error: unknown) => watch.fell(error));
  });
  return process;
}

async function work(holder: string, store: Store, wire: Wire, watch: BridgeWatch): Promise<void> {
  const log = listening(watch);
  const exchange = createExchange({
    tenantId,
    clientId,
    certificatePem,
    privateKeyPem,
    graphUrl: addresses.exchange,
    authorityUrl: addresses.exchange,
    log,
    http: createWire('exchange', wire),
  });
  const salesforce = createSalesforce({
    loginUrl: addresses.salesforce,
    audience: addresses.salesforce,
    clientId: consumerKey,
    username: bridgeUser,
    privateKeyPem,
    log,
    http: createWire('salesforce', wire),
  });
  const deps = {
    store,
    exchange,
    salesforce: watched(salesforce, watch),
    fingerprint: createFingerprint('the key of all simulations'),
    now: () => new Date(),
    log,
    holder,
    mayMail: true,
  };
  const { signal } = new AbortController();
  const connection = await connectPatiently(deps, signal);
  await runBridge({ ...deps, ...connection }, createQueue(watch), {
    version: '0',
    exchangePollSeconds: polls.exchangeSeconds,
    salesforcePollSeconds: polls.salesforceSeconds,
    apiBudgetPercent: 100,
    concurrency,
    keepDays: { requests: 30, issues: 90, conflicts: 365 },
    signal,
  });
}

function watched(salesforce: Salesforce, watch: BridgeWatch): Salesforce {
  let startedAt: number | null = null;
  return {
    ...salesforce,
    async readHot(position) {
      startedAt ??= Date.now();
      const read = await salesforce.readHot(position);
      if (read.more) return read;
      watch.readOrg(startedAt);
      startedAt = null;
      return read;
    },
  };
}

/** The log says which passes came to their end. */
function listening(watch: BridgeWatch): Log {
  const hear = (facts: object, sentence: string) => {
    if (process.env.SIMULATION_LOG) console.log('   ', sentence, JSON.stringify(facts).slice(0, 400));
    if (['Synced contacts.', 'Synced events.', 'Nothing to do.'].includes(sentence)) {
      const { userId, what } = facts as { userId: UserId; what: 'contacts' | 'events' };
      watch.synced(userId, what === 'events' ? 'Event' : 'Contact');
    }
  };
  return { debug: hear, info: hear, warn: hear };
}
