import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Database } from './figures.ts';

const run = promisify(execFile);
const debianFolder = '/usr/lib/postgresql';

/**
 * Hands an empty database of the wished kind to some work and removes it afterwards: its address, or null for the embedded one. A
 * server is started for it unless TANDEM_BENCH_DATABASE_URL names one.
 */
export async function withDatabase<Result>(
  database: Database,
  work: (databaseUrl: string | null) => Promise<Result>,
): Promise<Result> {
  if (database === 'pglite') return work(null);
  const given = process.env['TANDEM_BENCH_DATABASE_URL'];
  if (given !== undefined) return withEmptyDatabase(given, work);
  const server = await startServer();
  try {
    return await withEmptyDatabase(server.url, work);
  } finally {
    await server.stop();
  }
}

async function withEmptyDatabase<Result>(
  serverUrl: string,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const name = `tandem_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await statement(serverUrl, `create database ${name}`);
  try {
    return await work(url.href);
  } finally {
    await statement(serverUrl, `drop database ${name} with (force)`);
  }
}

async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Starts a server that nobody else reaches: its only door is a socket in a folder of its own. */
async function startServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const binaries = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-postgres-'));
  const data = join(folder, 'data');
  // The server refuses to run as root; Debian's package brings a user for it.
  const isRoot = process.getuid?.() === 0;
  const command = (tool: string, ...args: readonly string[]) => {
    const program = join(binaries, tool);
    return isRoot ? run('runuser', ['-u', 'postgres', '--', program, ...args]) : run(program, [...args]);
  };
  try {
    if (isRoot) await run('chown', ['postgres', folder]);
    chmodSync(folder, 0o700);
    await command('initdb', '-D', data, '-U', 'tandem', '-A', 'trust', '-E', 'UTF8', '--locale=C');
    const options = `-c listen_addresses='' -k ${folder}`;
    await command('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgresql://tandem@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      await command('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinaries(): string {
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .map(Number)
        .toSorted((a, b) => b - a)
    : [];
  const [newest] = versions;
  if (newest === undefined)
    throw new Error(
      `No Postgres server is installed in ${debianFolder}. Install one (apt-get install postgresql), or set ` +
        'TANDEM_BENCH_DATABASE_URL to a server on which databases may be created.',
    );
  return join(debianFolder, String(newest), 'bin');
}
