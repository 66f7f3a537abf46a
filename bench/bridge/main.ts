// The process of the bridge in a bench: the bridge's own modules, ordered by messages and measured from inside.
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../bridge/src/cli/log.ts';
import type { OpenBridge } from '../../bridge/src/cli/open-bridge.ts';
import { openBridge } from '../../bridge/src/cli/open-bridge.ts';
import type { Settings } from '../../bridge/src/cli/settings.ts';
import { readSettings } from '../../bridge/src/cli/settings.ts';
import { version } from '../../bridge/src/cli/version.ts';
import { connect } from '../../bridge/src/jobs/connect.ts';
import { runBridge } from '../../bridge/src/jobs/run-bridge.ts';
import type { Queue } from '../../bridge/src/store/queue/queue.ts';
import type { CycleGate } from './gate.ts';
import { createCycleGate } from './gate.ts';
import { measured } from './measured.ts';
import type { BridgeAnswer, BridgeOrder, Usage } from './words.ts';

interface Opened {
  readonly settings: Settings;
  readonly bridge: OpenBridge;
  readonly queue: Queue;
}

interface Running {
  readonly gate: CycleGate;
  readonly ended: Promise<void>;
}

const stop = new AbortController();
let opened: Opened | undefined;
let running: Running | undefined;
let aheadMs = 0;

process.on('message', (order: BridgeOrder) => {
  void carryOut(order)
    .then((usage): BridgeAnswer => ({ ok: true, usage }))
    .catch((error: unknown): BridgeAnswer => ({ ok: false, error: describe(error) }))
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());

async function carryOut(order: BridgeOrder): Promise<Usage> {
  switch (order.order) {
    case 'open':
      return measured(async () => {
        const settings = readSettings(order.settings);
        const log = createLog(
          settings.TANDEM_LOG,
          settings.TANDEM_LOG_LEVEL,
          (line) => void process.stderr.write(line),
        );
        const bridge = await openBridge(settings, log);
        opened = { settings, bridge, queue: await bridge.database.openQueue() };
      });
    case 'run':
      return measured(async () => {
        running = await run();
      });
    case 'cycle': {
      const { gate } = the(running);
      await gate.ready();
      // The mailboxes are polled every second, and cycles follow each other sooner than that.
      await sleep(1500);
      return measured(() => gate.cycle(order.kind, order.mailboxes));
    }
    case 'advance':
      return measured(async () => void (aheadMs += 1000 * order.seconds));
    case 'close':
      return measured(async () => {
        stop.abort();
        await opened?.bridge.close();
      });
  }
}

async function run(): Promise<Running> {
  const { bridge, settings, queue } = the(opened);
  const gate = createCycleGate(bridge.deps.store, queue);
  const connection = await connect(bridge.deps);
  const now = () => new Date(Date.now() + aheadMs);
  const ended = runBridge({ ...bridge.deps, ...connection, now, store: gate.store }, gate.queue, {
    version,
    exchangePollSeconds: settings.TANDEM_EXCHANGE_POLL_SECONDS,
    salesforcePollSeconds: settings.TANDEM_SALESFORCE_POLL_SECONDS,
    apiBudgetPercent: settings.TANDEM_API_BUDGET_PERCENT,
    concurrency: settings.TANDEM_CONCURRENCY,
    keepDays: { requests: 30, issues: 90, conflicts: 365 },
    signal: stop.signal,
  });
  await Promise.race([gate.ready(), ended]);
  return { gate, ended };
}

function the<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The orders came in a wrong order.');
  return value;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { detail } = error as { detail?: string };
  return [error.stack ?? error.message, detail].filter(Boolean).join('\n');
}
