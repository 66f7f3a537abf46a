import { connect } from '../jobs/connect.ts';
import { beginContacts, readAccountsOfOrg, readContactsOfOrg } from '../jobs/org-reader.ts';
import type { MailboxPreview } from '../jobs/preview.ts';
import { previewMailboxes } from '../jobs/preview.ts';
import type { KeepDays } from '../jobs/remove-old-rows.ts';
import { runBridge } from '../jobs/run-bridge.ts';
import type { SyncSummary, WantedSync } from '../jobs/sync-until-quiet.ts';
import { syncUntilQuiet } from '../jobs/sync-until-quiet.ts';
import type { Migrated } from '../store/migrate.ts';
import { openStore } from '../store/open.ts';
import { askRunning, openControl, socketPath } from './control-socket.ts';
import type { Diagnosis } from './doctor/doctor.ts';
import { doctor } from './doctor/doctor.ts';
import { createLog } from './log.ts';
import { databaseOf, openBridge } from './open-bridge.ts';
import type { JudgedSettings, Settings } from './settings.ts';
import type { MailboxStatus } from './status.ts';
import { readStatus } from './status.ts';
import type { Surroundings } from './surroundings.ts';
import { connectPatiently } from './connect-patiently.ts';

/**
 * `tandem start`: runs until it is asked to stop, then lets running passes end. Throws when the database breaks on the way, so
 * that a process manager starts it again.
 */
export async function start(
  settings: Settings,
  version: string,
  { out, signal: asked }: Surroundings,
): Promise<void> {
  const log = createLog(settings.TANDEM_LOG, settings.TANDEM_LOG_LEVEL, out);
  const bridge = await openBridge(settings, log);
  const { broken } = bridge.database;
  const signal = AbortSignal.any([asked, broken]);
  try {
    const deps = { ...bridge.deps, ...(await connectPatiently(bridge.deps, signal)) };
    log.info({}, 'Signed in to Microsoft 365 and Salesforce.');
    const queue = await bridge.database.openQueue();
    const control = await openControl(socketPath(settings), {
      sync: (wanted) => syncUntilQuiet(deps, { ...wanted, keepDays: keepDaysOf(settings), signal }),
      preview: (email) => previewMailboxes(deps, { email }, signal),
      status: () => readStatus(deps.store),
    });
    try {
      await runBridge(deps, queue, {
        version,
        exchangePollSeconds: settings.TANDEM_EXCHANGE_POLL_SECONDS,
        salesforcePollSeconds: settings.TANDEM_SALESFORCE_POLL_SECONDS,
        apiBudgetPercent: settings.TANDEM_API_BUDGET_PERCENT,
        concurrency: settings.TANDEM_CONCURRENCY,
        keepDays: keepDaysOf(settings),
        signal,
      });
    } finally {
      await control.close();
      await queue.stop();
    }
    broken.throwIfAborted();
    log.info({}, 'Stopped.');
  } finally {
    await bridge.close();
  }
}

/** `tandem sync`: passes until nothing is left to do; by the running bridge when there is one. */
export async function sync(
  settings: Settings,
  wanted: WantedSync,
  { err, signal }: Surroundings,
): Promise<SyncSummary> {
  const running = await askRunning(socketPath(settings), 'POST', '/sync', wanted);
  if (running !== null) return running as SyncSummary;
  const bridge = await openBridge(settings, createLog(settings.TANDEM_LOG, settings.TANDEM_LOG_LEVEL, err));
  try {
    const deps = { ...bridge.deps, ...(await connect(bridge.deps)) };
    return await syncUntilQuiet(deps, { ...wanted, keepDays: keepDaysOf(settings), signal });
  } finally {
    await bridge.close();
  }
}

function keepDaysOf(settings: Settings): KeepDays {
  return {
    requests: settings.TANDEM_KEEP_REQUESTS_DAYS,
    issues: settings.TANDEM_KEEP_ISSUES_DAYS,
    conflicts: settings.TANDEM_KEEP_CONFLICTS_DAYS,
  };
}

/** `tandem preview`: what the next pass over everything would do, by the running bridge when there is one. */
export async function preview(
  settings: Settings,
  email: string | null,
  { err, signal }: Surroundings,
): Promise<readonly MailboxPreview[]> {
  const running = await askRunning(socketPath(settings), 'POST', '/preview', { email });
  if (running !== null) return running as readonly MailboxPreview[];
  const bridge = await openBridge(settings, createLog(settings.TANDEM_LOG, 'warn', err));
  try {
    const deps = { ...bridge.deps, ...(await connect(bridge.deps)) };
    // Pairing is planned by what is known of the org's records and accounts.
    await readAccountsOfOrg(deps);
    await readContactsOfOrg(deps, await beginContacts(deps));
    return await previewMailboxes(deps, { email }, signal);
  } finally {
    await bridge.close();
  }
}

/** `tandem status`: what the database knows; asks neither service. */
export async function status(
  settings: Settings,
  { err }: Surroundings,
): Promise<{ readonly mailboxes: readonly MailboxStatus[] }> {
  const running = await askRunning(socketPath(settings), 'GET', '/status');
  if (running !== null) return running as { readonly mailboxes: readonly MailboxStatus[] };
  const bridge = await openBridge(settings, createLog(settings.TANDEM_LOG, 'warn', err));
  try {
    return await readStatus(bridge.deps.store);
  } finally {
    await bridge.close();
  }
}

/** `tandem doctor`: checks everything that syncing needs and changes nothing, while a bridge runs or not. */
export async function diagnose(
  judged: JudgedSettings,
  mailbox: string | null,
  { err, signal }: Surroundings,
): Promise<Diagnosis> {
  return doctor(judged, mailbox, {
    log: createLog(judged.values.TANDEM_LOG ?? 'plain', 'warn', err),
    signal,
  });
}

/** `tandem migrate`: brings the tables of the database and of its queue up to date, and syncs nothing. */
export async function migrate(settings: Settings, { err }: Surroundings): Promise<Migrated> {
  const log = createLog(settings.TANDEM_LOG, settings.TANDEM_LOG_LEVEL, err);
  const database = await openStore({ ...databaseOf(settings), log });
  try {
    await database.openQueue();
    return database.migrated;
  } finally {
    await database.close();
  }
}
