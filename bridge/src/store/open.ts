import { randomUUID } from 'node:crypto';
import type { Dialect } from 'kysely';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type { ConstructorOptions } from 'pg-boss';
import { freeAll } from './claims/free-all.ts';
import { codedDialect } from './coded-dialect.ts';
import { createStore } from './create-store.ts';
import { databaseFault } from './database-fault.ts';
import { openEmbeddedDatabase } from './embedded/database.ts';
import { embeddedDialect } from './embedded/dialect.ts';
import type { FolderLock } from './embedded/folder-lock.ts';
import { lockFolder } from './embedded/folder-lock.ts';
import type { Log } from '../domain/log.ts';
import type { Migrated } from './migrate.ts';
import { migrate } from './migrate.ts';
import { connectPostgres } from './postgres.ts';
import { embeddedQueueDatabase } from './queue/embedded-queue-database.ts';
import type { Queue } from './queue/queue.ts';
import { openQueue } from './queue/open-queue.ts';
import type { Presence } from './presence.ts';
import { createPresence, noPresence, presentElsewhere } from './presence.ts';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** A Postgres connection string; absent means the embedded database. */
  readonly databaseUrl?: string | undefined;
  /** The embedded database's folder; absent keeps everything in memory. */
  readonly dataDir?: string | undefined;
  readonly log: Log;
}

/** The bridge's database, open. */
export interface OpenStore {
  readonly store: Store;
  /** Aborted, with the fault as reason, when the database cannot be used any more in this process. */
  readonly broken: AbortSignal;
  /** What opening did to the schema. */
  readonly migrated: Migrated;
  /** Opens the queue on the same database; the same one each time. Left out by commands that run passes themselves. */
  openQueue(): Promise<Queue>;
  /** Stops the queue, closes the database and gives the folder free. */
  close(): Promise<void>;
}

/** What differs between the two databases. */
export interface Place {
  readonly dialect: Dialect;
  readonly presence: Presence;
  readonly broken: AbortSignal;
  queueDatabase(db: Kysely<Database>): ConstructorOptions;
  leave(): void;
}

function locked(dataDir: string | undefined): FolderLock {
  try {
    return dataDir === undefined ? { release() {} } : lockFolder(dataDir);
  } catch (error) {
    throw databaseFault(error);
  }
}

async function embedded(dataDir: string | undefined): Promise<Place> {
  const lock = locked(dataDir);
  try {
    const database = await openEmbeddedDatabase(dataDir);
    return {
      dialect: codedDialect(embeddedDialect(database)),
      presence: noPresence,
      broken: database.broken,
      queueDatabase: (db) => ({ db: embeddedQueueDatabase(db), backend: 'pglite' }),
      leave: () => lock.release(),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function postgres(databaseUrl: string, log: Log): Promise<Place> {
  return {
    dialect: codedDialect(await connectPostgres(databaseUrl, log)),
    presence: createPresence(databaseUrl, log),
    // A server that is away comes back.
    broken: new AbortController().signal,
    queueDatabase: () => ({ connectionString: databaseUrl, application_name: 'tandem-queue', max: 4 }),
    leave: () => {},
  };
}

/** Opens the database as it is. Throws like `openStore`. */
export async function openPlace({ databaseUrl, dataDir, log }: StoreOptions): Promise<Place> {
  return databaseUrl === undefined ? embedded(dataDir) : postgres(databaseUrl, log);
}

/**
 * Opens the bridge's database and brings its schema up to date.
 *
 * @throws Fault `TDM-B-LOCKED` when another process uses the folder, `TDM-B-SCHEMA` when a newer version wrote the
 *   database, `TDM-B-DATABASE` when it cannot be reached or used, `TDM-B-DISK` when its disk is full
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { log } = options;
  const place = await openPlace(options);
  const db = new Kysely<Database>({ dialect: place.dialect, plugins: [new CamelCasePlugin()] });
  let queue: Promise<Queue> | undefined;
  let closing: Promise<void> | undefined;

  const shut = async (): Promise<void> => {
    try {
      await (await queue?.catch(() => undefined))?.stop();
    } finally {
      await place.presence.leave();
      await db.destroy().finally(() => place.leave());
    }
  };
  const close = (): Promise<void> => (closing ??= shut());

  const openOwnQueue = async (): Promise<Queue> => {
    const alone = await aloneAtQueue(db, place.presence);
    return openQueue({ database: place.queueDatabase(db), alone, log });
  };

  let migrated: Migrated;
  try {
    migrated = await migrate(db);
    await freeAll(db);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    store: createStore(db, place.presence, close),
    broken: place.broken,
    migrated,
    openQueue: () => (queue ??= openOwnQueue()),
    close,
  };
}

/** Whether no other process works on the database; from now on those that come see this one. */
async function aloneAtQueue(db: Kysely<Database>, presence: Presence): Promise<boolean> {
  await presence.show(`queue of ${randomUUID()}`);
  const { rows } = await sql<{
    others: boolean;
  }>`select ${presentElsewhere(presence.backend())} as others`.execute(db);
  return rows[0]?.others === false;
}
