import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** Which database the bridge of a world has. */
export type DatabaseKind = 'pglite' | 'postgres';

/** The bridge's database, seen from outside; nothing here may be called while a bridge has it open. */
export interface BridgeDatabase {
  /** The settings that name it. */
  readonly settings: Record<string, string>;
  /** Everything in it is gone. */
  lose(): Promise<void>;
  /** Copies it as it is, to be put back in its place later. */
  backUp(): Promise<{ restore(): Promise<void> }>;
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
  const template = inject('newDatabase');
  if (template) cpSync(template, data, { recursive: true });
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
    remove: async () => rmSync(data, { recursive: true, force: true }),
  };
}

async function onServer(folder: string): Promise<BridgeDatabase> {
  const server = process.env.TANDEM_TEST_DATABASE_URL;
  if (!server) throw new Error('TANDEM_TEST_DATABASE_URL names no Postgres server; `npm test` starts one.');
  const run = (statement: string) => onServerRun(server, statement);
  const name = `tandem_${randomUUID().replaceAll('-', '')}`;
  const copies: string[] = [];
  const drop = (database: string) => run(`drop database if exists ${database} with (force)`);
  const copy = async (from: string, to: string) => {
    // A database is copied while nobody is connected; a process that just ended may not be gone yet.
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
    await run(`create database ${to} template ${from}`);
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    settings: { DATABASE_URL: url.href, TANDEM_DATA_DIR: join(folder, 'data') },
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
    remove: async () => {
      for (const database of [name, ...copies]) await drop(database);
    },
  };
}

async function onServerRun(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
