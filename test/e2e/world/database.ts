import { randomUUID } from 'node:crypto';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { areDatabasesMade, copyDatabase, templateOnServer } from '../../database/copied.ts';
import { newDatabaseName, runInDatabase, urlOfDatabase } from '../../database/on-server.ts';

/** Loaded into the process that is to have a full disk. */
const FULL_DISK = resolve(import.meta.dirname, 'full-disk.mjs');

/** A server's disk cannot be filled from here, so its tables say what they would say then. */
const FULL_TABLES = `
  create function public.full_disk() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file "base/1/1": No space left on device' using errcode = '53100';
  end $$;
  ${['link', 'record', 'meta', 'inbox', 'mailbox']
    .map(
      (table) =>
        `create trigger full_disk before insert or update on tandem.${table} execute function public.full_disk();`,
    )
    .join(' ')}`;

/** Which database the bridge of a world has. */
export type DatabaseKind = 'pglite' | 'postgres';

/** A disk that can be full. */
export interface Disk {
  readonly settings: Record<string, string>;
  /** Has no space from now on; `entirely`: not even for what the database writes ahead, so that an embedded one ends. */
  fill(entirely?: 'entirely'): Promise<void>;
  free(): Promise<void>;
}

/** The bridge's database, seen from outside; nothing here may be called while a bridge has it open. */
export interface BridgeDatabase {
  /** The settings that name it. */
  readonly settings: Record<string, string>;
  /** Everything in it is gone. */
  lose(): Promise<void>;
  /** Copies it as it is, to be put back in its place later. */
  backUp(): Promise<{ restore(): Promise<void> }>;
  /** Runs statements in it. */
  run(statements: string): Promise<void>;
  /** Its disk, as a bridge sees it that is started with the disk's settings. */
  readonly disk: Disk;
  remove(): Promise<void>;
}

/** The kind that the test project asks for, the embedded one unless it says otherwise. */
export function askedKind(): DatabaseKind {
  return process.env.TANDEM_TEST_DATABASE === 'postgres' ? 'postgres' : 'pglite';
}

/** An empty database for one world, whose files may lie in the folder. */
export async function createDatabase(kind: DatabaseKind, folder: string): Promise<BridgeDatabase> {
  return kind === 'postgres' ? onServer(folder) : embedded(folder);
}

function embedded(folder: string): BridgeDatabase {
  const data = join(folder, 'data');
  const full = join(folder, 'disk-is-full');
  if (areDatabasesMade()) copyDatabase(data);
  const lose = async () => rmSync(data, { recursive: true });
  return {
    settings: { TANDEM_DATA_DIR: data },
    lose,
    backUp: async () => {
      const copy = join(folder, `backup-${randomUUID()}`);
      cpSync(data, copy, { recursive: true });
      return {
        restore: async () => {
          await lose();
          cpSync(copy, data, { recursive: true });
        },
      };
    },
    run: async (statements) => {
      const database = await PGlite.create({ dataDir: data });
      await database.exec(statements).finally(() => database.close());
    },
    disk: {
      settings: { NODE_OPTIONS: `--import=${FULL_DISK}`, FULL_DISK_FOLDER: data, FULL_DISK_FLAG: full },
      fill: async (entirely) => writeFileSync(full, entirely ?? ''),
      free: async () => rmSync(full),
    },
    remove: async () => rmSync(data, { recursive: true, force: true }),
  };
}

async function onServer(folder: string): Promise<BridgeDatabase> {
  const server = process.env.TANDEM_TEST_DATABASE_URL;
  if (!server) throw new Error('TANDEM_TEST_DATABASE_URL names no Postgres server; `npm test` starts one.');
  const run = (statement: string) => runInDatabase(server, statement);
  const name = newDatabaseName();
  const copies: string[] = [];
  const drop = (database: string) => run(`drop database if exists ${database} with (force)`);
  const copy = async (from: string, to: string) => {
    // A database is copied while nobody is connected; a process that just ended may not be gone yet.
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
    await run(`create database ${to} template ${from}`);
  };
  const template = templateOnServer();
  await run(`create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const url = urlOfDatabase(server, name);
  return {
    settings: { DATABASE_URL: url, TANDEM_DATA_DIR: join(folder, 'data') },
    lose: async () => {
      await drop(name);
      await run(`create database ${name}`);
    },
    backUp: async () => {
      const backup = `${name}_${copies.length}`;
      await copy(name, backup);
      copies.push(backup);
      return {
        restore: async () => {
          await drop(name);
          await copy(backup, name);
        },
      };
    },
    run: (statements) => runInDatabase(url, statements),
    disk: {
      settings: {},
      fill: () => runInDatabase(url, FULL_TABLES),
      free: () => runInDatabase(url, 'drop function public.full_disk() cascade'),
    },
    remove: async () => {
      for (const database of [name, ...copies]) await drop(database);
    },
  };
}
