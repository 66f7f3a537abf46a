import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseOfTest } from '../../../test/database/copied.ts';
import type { UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import { silent } from '../salesforce/testing/http-org.ts';
import { openStore } from '../store/open.ts';
import type { Queue } from '../store/queue/queue.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import { runBridge } from './run-bridge.ts';

const userId = as<UserId>('0057Q0000000001AAA');

/** A bridge that has just been started, with a changed account for a mailbox; the answer tells what it did in its first round. */
async function firstRound(readHot: () => ReturnType<Salesforce['readHot']>): Promise<readonly string[]> {
  const open = await openStore({ dataDir: databaseOfTest(), log: silent });
  onTestFinished(() => open.close());
  const happened: string[] = [];
  const round = new AbortController();
  const salesforce: Partial<Salesforce> = {
    readSettings: () => Promise.resolve({ configurations: [], users: [], mailboxes: [], pauses: [] }),
    readPermissions: () => Promise.resolve(new Map()),
    readAccounts: () => Promise.resolve({ accounts: [], more: false }),
    readOldRows: () => Promise.resolve([]),
    describeContact: () => Promise.resolve({ fields: new Map(), recordTypes: [] }),
    writer: { upsertRows: () => Promise.resolve([]) } as Partial<
      Salesforce['writer']
    > as Salesforce['writer'],
    serverTime: () => null,
    usage() {
      // A round ends with a look at how long to pause, or with a warning.
      if (happened.length > 0) round.abort();
      return null;
    },
    readHot() {
      happened.push('the org is read');
      return readHot();
    },
  };
  const queue: Partial<Queue> = {
    work: () => undefined,
    wakeMany(passes) {
      happened.push(...passes.map((pass) => `${pass.userId} is woken`));
      return Promise.resolve();
    },
  };
  const store = {
    ...open.store,
    accounts: { ...open.store.accounts, remember: () => Promise.resolve([userId]) },
  };
  const log = { ...silent, warn: () => round.abort() };
  const deps = { store, salesforce, log, now: () => new Date(), holder: 'bridge' };
  await runBridge(deps as Partial<BridgeDeps & Connection> as BridgeDeps & Connection, queue as Queue, {
    version: '0',
    exchangePollSeconds: 60,
    salesforcePollSeconds: 60,
    apiBudgetPercent: 100,
    concurrency: 1,
    keepDays: { requests: 30, issues: 90, conflicts: 365 },
    signal: round.signal,
  });
  return happened;
}

describe('a bridge that was started again', () => {
  it('wakes mailboxes once it has read the org, so that no pass writes over what people changed meanwhile', async () => {
    const happened = await firstRound(() => Promise.resolve({ contacts: [], requests: [], more: false }));
    expect(happened.slice(0, 2)).toEqual(['the org is read', `${userId} is woken`]);
  });

  it('wakes none while the org cannot be read', async () => {
    expect(await firstRound(() => Promise.reject(new Error('no answer')))).toEqual(['the org is read']);
  });
});
