import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { copyDatabase } from '../../../test/database/copied.ts';
import type { ConfigurationId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Link } from '../domain/link.ts';
import type { Kind } from '../domain/words.ts';
import { openEmbeddedDatabase } from './embedded/database.ts';
import type { KnownEvent } from './event-store.ts';
import type { StoreOptions } from './open.ts';
import type { ChunkResult, Claim, KnownIssue, KnownRecord, Store } from './store.ts';

/** Collects what was logged. */
export function testLog(): StoreOptions['log'] & { readonly warnings: object[] } {
  const warnings: object[] = [];
  return { warnings, debug() {}, info() {}, warn: (entry) => void warnings.push(entry) };
}

/** An empty database for one test file. */
export interface TestPlace {
  readonly options: Pick<StoreOptions, 'databaseUrl' | 'dataDir'>;
  /** Runs SQL behind the store's back, while no store has it open. */
  sql(text: string): Promise<void>;
  remove(): Promise<void>;
}

interface TestStores {
  readonly name: string;
  /** Whether several processes can have it open. */
  readonly shared: boolean;
  /** A database that is opened quickly: where that takes long, it is migrated before. */
  readonly migrated: () => Promise<TestPlace>;
  /** A database without a table. */
  readonly empty: () => Promise<TestPlace>;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tandem-store-'));

const inFolder = (kind: 'empty' | 'migrated') => async (): Promise<TestPlace> => {
  const folder = newFolder();
  const dataDir = join(folder, 'data');
  copyDatabase(dataDir, kind);
  return {
    options: { dataDir },
    async sql(text) {
      const database = await openEmbeddedDatabase(dataDir);
      await database.script(text);
      await database.close();
    },
    remove: async () => rmSync(folder, { recursive: true }),
  };
};

const embedded: TestStores = {
  name: 'embedded',
  shared: false,
  migrated: inFolder('migrated'),
  empty: inFolder('empty'),
};

async function onServer(databaseUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

function postgres(serverUrl: string): TestStores {
  const empty = async (): Promise<TestPlace> => {
    const name = `tandem_${randomUUID().replaceAll('-', '')}`;
    await onServer(serverUrl, `create database ${name}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return {
      options: { databaseUrl: url.href },
      sql: (text) => onServer(url.href, text),
      remove: () => onServer(serverUrl, `drop database ${name} with (force)`),
    };
  };
  return { name: 'Postgres', shared: true, migrated: empty, empty };
}

/**
 * The databases that every behaviour of the store is tested on: the embedded one, and a Postgres server when
 * `TANDEM_TEST_DATABASE_URL` names one whose role may create databases. Throws where it is there and names none: `npm test`
 * could not start one.
 */
export function testStores(): readonly TestStores[] {
  const serverUrl = process.env['TANDEM_TEST_DATABASE_URL'];
  if (serverUrl === '')
    throw new Error('There is no Postgres server, on which the store is to be tested too.');
  return serverUrl === undefined ? [embedded] : [embedded, postgres(serverUrl)];
}

/** Time for opening a database in a test's hook: creating an embedded one takes seconds on a busy machine. */
export const openingMs = 240_000;

let ids = 0;

/** An id that no other test of the process uses. */
export function newId(prefix: string): string {
  ids += 1;
  return `${prefix}${String(ids).padStart(18 - prefix.length, '0')}`;
}

/** A live link with fingerprints on both sides. */
export function testLink(fields: Partial<Link> = {}): Link {
  return {
    kind: 'Contact',
    scope: 'contacts',
    exchangeId: as(newId('AAk-')),
    recordId: as(newId('003')),
    meeting: null,
    state: 'Live',
    reason: null,
    isOrganizer: null,
    madeBy: null,
    etag: 'W/"1"',
    exchangePrints: { LastName: as('x1') },
    salesforcePrints: { LastName: as('s1') },
    inFilter: true,
    pendingExchange: null,
    pendingSalesforce: null,
    lastSynced: '2026-11-23T08:00:00.000Z',
    lastSyncedFrom: 'Exchange',
    ...fields,
  };
}

export function testRecord(fields: Partial<KnownRecord> = {}): KnownRecord {
  return {
    recordId: as(newId('003')),
    ownerId: as(newId('005')),
    accountId: null,
    stamp: '2026-11-23T08:00:00.000+0000',
    created: '2026-11-01T08:00:00.000+0000',
    modified: '2026-11-23T08:00:00.000+0000',
    lastActivity: null,
    emailKey: null,
    nameKey: null,
    tandemKey: null,
    deleted: false,
    lastModifiedBy: as(newId('005')),
    masterId: null,
    isPerson: false,
    ...fields,
  };
}

/** An event of an hour. */
export function testEvent(fields: Partial<KnownEvent> = {}): KnownEvent {
  return {
    recordId: as(newId('00U')),
    ownerId: as(newId('005')),
    stamp: '2026-11-23T08:00:00.000Z',
    created: '2026-11-01T08:00:00.000Z',
    modified: '2026-11-23T08:00:00.000Z',
    start: '2026-12-01T09:00:00.000Z',
    end: '2026-12-01T10:00:00.000Z',
    matchKey: null,
    tandemKey: null,
    deleted: false,
    lastModifiedBy: as(newId('005')),
    isChild: false,
    isClientManaged: false,
    isSeriesRow: false,
    ...fields,
  };
}

/** An open issue of no item. */
export function testIssue(fields: Partial<KnownIssue> = {}): KnownIssue {
  return {
    issueKey: newId('issue-'),
    code: 'TDM-C-NAMELESS',
    exchangeId: null,
    recordId: null,
    contentHash: 'h',
    open: true,
    ...fields,
  };
}

/** What a chunk did: nothing, but for the given fields. */
export function testChunk(fields: Partial<ChunkResult> = {}): ChunkResult {
  return {
    links: [],
    issues: [],
    loose: [],
    notLoose: [],
    intentsDone: [],
    deletions: [],
    attendances: [],
    ...fields,
  };
}

/** Adds an active mailbox and leaves the others as they are. */
export async function addMailbox(store: Store): Promise<UserId> {
  const userId = as<UserId>(newId('005'));
  const configurationId = as<ConfigurationId>('a00000000000001AAA');
  const others = (await store.mailboxes.all()).map((one) => ({ ...one, configurationId }));
  const added = { userId, email: `${userId}@example.com`, configurationId, active: true };
  await store.mailboxes.assign([...others, added]);
  return userId;
}

/** Claims a new mailbox. */
export async function claimMailbox(store: Store, kind: Kind = 'Contact'): Promise<Claim> {
  const claim = await store.claims.take(await addMailbox(store), kind, 'this process', 60);
  if (claim === null) throw new Error('A new mailbox could not be claimed.');
  return claim;
}
