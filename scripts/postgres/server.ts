import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverAccount } from './account.ts';

/** A private Postgres server of this process. */
export interface PostgresServer {
  /** Connects as a role that may create databases. */
  readonly url: string;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/**
 * Keeps the server and waits for the end of its standard input, which comes even when the process at the other end is
 * killed; then the server is stopped and its files go.
 */
const keeper = '"$@" & cat > /dev/null; kill -INT $! 2> /dev/null; wait $!; rm -rf "$TANDEM_SERVER_FOLDER"';

/** What is not worth its time for a database that is thrown away. */
const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const startsWithinMs = 30_000;

/**
 * Starts a server from the programs in that folder, on a free port of 127.0.0.1, with its files in the machine's
 * temporary folder. It ends with this process at the latest, however that ends.
 *
 * @throws Error with the server's last words when it does not start
 */
export async function startServer(programs: string): Promise<PostgresServer> {
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), 'tandem-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const as = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C', TANDEM_SERVER_FOLDER: folder } };

  const create = ['-D', data, '-U', 'tandem', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
  const created = spawnSync(join(programs, 'initdb'), create, { ...as, encoding: 'utf8' });
  if (created.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${created.error?.message ?? created.stderr}`);
  }

  const port = await freePort();
  const options = [
    ...throwaway,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const server = [join(programs, 'postgres'), '-D', data, '-p', String(port)];
  const words = [...server, ...options.flatMap((option) => ['-c', option])];
  // A group of its own: Ctrl-C in the terminal must reach it as the end of its input, after those who use it.
  const keeping = spawn('sh', ['-c', `{ ${keeper}; } > "$TANDEM_SERVER_FOLDER/log" 2>&1`, 'sh', ...words], {
    ...as,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const stop = () => ended(keeping, folder);
  const failure = await whyNotReady(log);
  if (failure === undefined) {
    keeping.unref();
    return { url: `postgres://tandem@127.0.0.1:${port}/postgres`, stop };
  }
  await stop();
  throw new Error(failure);
}

async function ended(keeping: ChildProcess, folder: string): Promise<void> {
  if (keeping.exitCode === null && keeping.signalCode === null) {
    const closed = new Promise((resolve) => keeping.once('exit', resolve));
    keeping.ref();
    keeping.stdin?.end();
    await closed;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Waits for the server; its last words when it gave up or took too long. */
async function whyNotReady(log: string): Promise<string | undefined> {
  const until = Date.now() + startsWithinMs;
  for (;;) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    if (said.includes('ready to accept connections')) return undefined;
    if (/FATAL|database system is shut down|not found/.test(said) || Date.now() > until)
      return `The Postgres server did not start: ${said}`;
    await sleep(25);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
