import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { violationsIn } from './oracle/invariants.ts';
import type { Rules } from './oracle/invariants.ts';
import { createLedger } from './oracle/ledger.ts';
import type { Ledger } from './oracle/ledger.ts';
import { quiet } from './oracle/quiet.ts';
import type { IssueRow, LinkRow, Snapshot, Violation } from './oracle/snapshot.ts';
import { createAdmin } from './world/admin.ts';
import type { Admin } from './world/admin.ts';
import { runSync, startBridge } from './world/bridge.ts';
import type { BridgeProcess, SyncResult } from './world/bridge.ts';
import { askedKind, createDatabase } from './world/database.ts';
import type { BridgeDatabase } from './world/database.ts';
import type { ExchangeTenant } from './world/exchange.ts';
import { createKeys } from './world/keys.ts';
import type { Keys } from './world/keys.ts';
import { createPerson } from './world/people.ts';
import type { Person } from './world/people.ts';
import type { SalesforceOrg } from './world/salesforce.ts';

const TENANT = 'b6a3c1de-7e44-4f58-9d0e-2f4f0f0f7a11';
const CLIENT = '5a0f3f0e-9d61-4a59-b2a7-0a4f3f6f1c22';
const CONSUMER_KEY = '3MVG9.TandemEndToEnd';
const BRIDGE_USER = 'tandem@example.test';
const MOST_PASSES = 3;
/** Stamps of Salesforce have whole seconds: in these tests nobody acts within the second of what a sync has seen. */
const STAMP_SECONDS = 2;

/** Two emulated services, two synced people, an admin, and the bridge as a process of its own. */
export interface World {
  exchange: ExchangeTenant;
  salesforce: SalesforceOrg;
  admin: Admin;
  ada: Person;
  bob: Person;
  /** A further synced person. */
  hires(name: string): Promise<Person>;
  /** The bridge's settings; a test changes them for what comes after. */
  settings: Record<string, string>;
  /** Makes a further key pair that neither service knows, whose certificate is valid to the end of that year. */
  otherKeys(lastYear?: number): Keys;
  /** Runs `tandem sync --json` to its end. */
  sync(args?: readonly string[]): Promise<SyncResult>;
  /** Runs a sync that has to end with every mailbox in sync. */
  syncs(): Promise<SyncResult>;
  /** Starts a process of the bridge, with further settings, which ends with the test at the latest. */
  start(args: readonly string[], further?: Readonly<Record<string, string>>): BridgeProcess;
  /** How many syncs have run. */
  rounds(): number;
  /** The bridge's database, which `settings` name. */
  database: BridgeDatabase;
  links(): Promise<LinkRow[]>;
  issues(): Promise<IssueRow[]>;
  snapshot(): Promise<Snapshot>;
  /** What one look at both sides shows to be broken: the invariants but for quiet, which takes a look before and after. */
  violations(rules?: Rules): Promise<string[]>;
  /** Ends the faults, runs one more sync and checks the six invariants: every scenario ends with it. */
  verify(rules?: Rules): Promise<void>;
}

/** What the worlds of one test file share. */
export interface Services {
  exchange: ExchangeTenant;
  salesforce: SalesforceOrg;
  keys: Keys;
  folder: string;
}

export interface WorldOptions {
  /** Instead of a new one, which goes with the world. */
  database?: BridgeDatabase;
  /** How a sync is run, instead of by a process of the bridge. */
  run?: typeof runSync;
}

/** Empties the services and sets up people, configuration, database and settings anew. */
export async function createWorld(
  services: Services,
  { database, run = runSync }: WorldOptions = {},
): Promise<{ world: World; close(): Promise<void> }> {
  const { exchange, salesforce, keys } = services;
  await Promise.all([exchange.reset(), salesforce.reset()]);
  await exchange.registerApp(TENANT, CLIENT, keys.certificate);
  await salesforce.registerApp(CONSUMER_KEY, keys.certificate, BRIDGE_USER);
  const folder = mkdtempSync(join(services.folder, 'test-'));
  const ownDatabase = database ?? (await createDatabase(askedKind(), folder));
  const ledger = createLedger();
  const processes: BridgeProcess[] = [];
  const admin = createAdmin(salesforce, await salesforce.addAdmin('Root', 'root@example.test'));
  const hire = async (name: string): Promise<Person> => {
    const email = `${name.toLowerCase()}@example.test`;
    const exchangeId = await exchange.addMailbox(email);
    const user = await salesforce.addUser(name, email);
    return createPerson({ user, email, exchangeId, exchange, salesforce, ledger });
  };
  const ada = await hire('Ada');
  const bob = await hire('Bob');
  const people = [ada, bob];
  await admin.activates(people.map(({ user }) => user));

  const settings: Record<string, string> = {
    TANDEM_TENANT_ID: TENANT,
    TANDEM_CLIENT_ID: CLIENT,
    TANDEM_CERTIFICATE_FILE: keys.certificateFile,
    TANDEM_PRIVATE_KEY_FILE: keys.privateKeyFile,
    TANDEM_GRAPH_URL: exchange.url,
    TANDEM_AUTHORITY_URL: exchange.url,
    TANDEM_SALESFORCE_LOGIN_URL: salesforce.url,
    TANDEM_SALESFORCE_CLIENT_ID: CONSUMER_KEY,
    TANDEM_SALESFORCE_USERNAME: BRIDGE_USER,
    TANDEM_SALESFORCE_PRIVATE_KEY_FILE: keys.privateKeyFile,
    ...ownDatabase.settings,
    TANDEM_EXCHANGE_POLL_SECONDS: '1',
    TANDEM_SALESFORCE_POLL_SECONDS: '1',
    TANDEM_FINGERPRINT_KEY: 'c2VjcmV0LW9mLXRoZS1lbmQtdG8tZW5kLXRlc3RzLTAx',
  };
  const snapshot = async (): Promise<Snapshot> => ({
    mailboxes: await Promise.all(
      people.map(async ({ user, email }) => ({ user, email, contacts: await exchange.contacts(email) })),
    ),
    contacts: await salesforce.contacts(),
    accounts: await salesforce.accounts(),
    links: await salesforce.links(),
    issues: await salesforce.issues(),
    mails: (await exchange.mail.read()).filter(({ by }) => by === 'api').length,
  });
  let rounds = 0;
  const sync = async (args: readonly string[] = []) => {
    const result = await run(settings, args);
    rounds += 1;
    ledger.nextRound();
    await salesforce.advance(STAMP_SECONDS);
    return result;
  };

  const world: World = {
    exchange,
    salesforce,
    admin,
    ada,
    bob,
    hires: async (name) => {
      const person = await hire(name);
      people.push(person);
      await admin.connects(person.user);
      return person;
    },
    settings,
    otherKeys: (lastYear) => createKeys(join(folder, 'other'), lastYear),
    sync,
    syncs: async () => {
      const result = await sync();
      expect(result.exitCode, result.output).toBe(0);
      for (const mailbox of result.mailboxes)
        expect(mailbox).toMatchObject({ state: 'InSync', problem: null });
      return result;
    },
    start: (args, further = {}) => {
      const bridge = startBridge(args, { ...settings, ...further });
      processes.push(bridge);
      return bridge;
    },
    rounds: () => rounds,
    database: ownDatabase,
    links: () => salesforce.links(),
    issues: () => salesforce.issues(),
    snapshot,
    violations: async (rules = {}) => sentences(violationsIn(await snapshot(), ledger, rules)),
    verify: async (rules = {}) => {
      const violations = await verification({ exchange, salesforce, snapshot, sync, ledger, rules });
      expect(sentences(violations)).toEqual([]);
    },
  };
  const close = async () => {
    for (const bridge of processes) bridge.kill('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
    if (!database) await ownDatabase.remove();
  };
  return { world, close };
}

function sentences(violations: readonly Violation[]): string[] {
  return violations.map(({ invariant, sentence }) => `${invariant}: ${sentence}`);
}

interface Verification extends Pick<World, 'exchange' | 'salesforce' | 'snapshot' | 'sync'> {
  ledger: Ledger;
  rules: Rules;
}

async function verification({
  exchange,
  salesforce,
  snapshot,
  sync,
  ledger,
  rules,
}: Verification): Promise<Violation[]> {
  await Promise.all([exchange.clearFaults(), salesforce.clearFaults()]);
  const before = await snapshot();
  await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
  const { mailboxes } = await sync();
  for (const { email, passes } of mailboxes)
    expect(passes, `passes of ${email}`).toBeLessThanOrEqual(MOST_PASSES);
  const writes = {
    exchange: (await exchange.counters()).writes,
    salesforce: (await salesforce.counters()).writes,
  };
  const after = await snapshot();
  return [...violationsIn(after, ledger, rules), ...quiet(before, after, writes)];
}
