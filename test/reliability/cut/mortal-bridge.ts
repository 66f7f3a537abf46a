import { randomUUID } from 'node:crypto';
import { exchangeOf } from '../../../bridge/src/cli/connections.ts';
import { readSettings } from '../../../bridge/src/cli/settings.ts';
import { connect } from '../../../bridge/src/jobs/connect.ts';
import { createFingerprint } from '../../../bridge/src/jobs/fingerprint.ts';
import type { SyncSummary } from '../../../bridge/src/jobs/sync-until-quiet.ts';
import { syncUntilQuiet } from '../../../bridge/src/jobs/sync-until-quiet.ts';
import { createSalesforce } from '../../../bridge/src/salesforce/create-salesforce.ts';
import { openStore } from '../../../bridge/src/store/open.ts';
import type { Life } from './life.ts';
import { mortalStore } from './mortal-store.ts';

const keepDays = { requests: 30, issues: 90, conflicts: 365 };

/** A log that says nothing. */
export const silent = { debug() {}, info() {}, warn() {} };

/**
 * One sync by a bridge in this process, which ends with the life at the latest: what it remembers is dropped, what it was
 * about to do never happens. Null when it died.
 */
export async function liveOnce(
  environment: Readonly<Record<string, string>>,
  life: Life,
): Promise<SyncSummary | null> {
  const settings = readSettings(environment);
  const database = await openStore({ databaseUrl: settings.DATABASE_URL, log: silent });
  const exchange = exchangeOf(settings, silent);
  // Without patience: a dead process repeats no call.
  const salesforce = createSalesforce({
    loginUrl: settings.TANDEM_SALESFORCE_LOGIN_URL,
    clientId: settings.TANDEM_SALESFORCE_CLIENT_ID,
    username: settings.TANDEM_SALESFORCE_USERNAME,
    privateKeyPem: settings.TANDEM_SALESFORCE_PRIVATE_KEY,
    log: silent,
    patienceMs: 0,
  });
  const deps = {
    store: mortalStore(database.store, (write) => life.enter(write)),
    exchange,
    salesforce,
    fingerprint: createFingerprint(settings.TANDEM_FINGERPRINT_KEY),
    now: () => new Date(),
    log: silent,
    holder: randomUUID(),
    mayMail: false,
  };
  const signal = new AbortController().signal;
  const work = (async () =>
    syncUntilQuiet(
      { ...deps, ...(await connect(deps)) },
      { email: null, nightly: false, keepDays, signal },
    ))();
  try {
    const outcome = await Promise.race([work, life.died]).catch((error: unknown) => {
      if (!life.isDead()) throw error;
    });
    if (life.isDead()) await life.died;
    return life.isDead() || typeof outcome !== 'object' ? null : outcome;
  } finally {
    await Promise.allSettled([exchange.close(), salesforce.close()]);
    await work.catch(() => undefined);
    await database.close();
  }
}
