import { setTimeout as sleep } from 'node:timers/promises';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../domain/log.ts';
import { databaseFault } from './database-fault.ts';

/**
 * Processes that share a server see of each other who lives: each holds an advisory lock of its own name, on a connection
 * of its own. A killed process loses it at once; a paused one keeps it, so that nobody takes over what it will go on with.
 */
export interface Presence {
  /** The server's process behind that connection; 0 while there is none. */
  backend(): number;
  /** Shows that the holder lives, until this process leaves or ends. */
  show(holder: string): Promise<void>;
  leave(): Promise<void>;
}

/** Classes of the advisory locks: one lock a holder, and one that is held while holders appear or dead ones are cleared. */
const classes = { holder: 1_413_566_020, change: 1_413_566_021 } as const;
const retryMs = 1_000;

/** The embedded database has one process. */
export const noPresence: Presence = { backend: () => 0, show: async () => {}, leave: async () => {} };

/** Whether another process than that of `backend` shows presence; of that holder, when one is given. */
export function presentElsewhere(backend: number, holder?: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from pg_locks
    where locktype = 'advisory' and granted and pid <> ${backend} and classid = ${sql.lit(classes.holder)}
      and database = (select oid from pg_database where datname = current_database())
      and ${holder === undefined ? sql`true` : sql`objid::bigint = hashtext(${holder})::bigint & 4294967295`}
  )`;
}

/** Within a transaction: no holder appears before its end. */
export const noneAppears: RawBuilder<unknown> = sql`select pg_advisory_xact_lock(${sql.lit(classes.change)}, 0)`;

/** Presence on the server of that connection string; it connects with the first holder, and again when it is cut off. */
export function createPresence(databaseUrl: string, log: Log): Presence {
  const holders = new Set<string>();
  let connected: Promise<pg.Client> | undefined;
  let backend = 0;
  let left = false;

  const lock = async (client: pg.Client, holder: string): Promise<void> => {
    await client.query('select pg_advisory_lock($1, 0)', [classes.change]);
    await client.query('select pg_advisory_lock($1, hashtext($2))', [classes.holder, holder]);
    await client.query('select pg_advisory_unlock($1, 0)', [classes.change]);
  };

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'tandem-presence',
      keepAlive: true,
    });
    client.on('error', (error) =>
      log.warn({ code: (error as NodeJS.ErrnoException).code }, 'presence lost, will be shown again'),
    );
    await client.connect();
    // A machine that is gone shall not seem to live for the hours that the system's own settings allow.
    await client.query(
      'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3',
    );
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    backend = rows[0]?.pid ?? 0;
    for (const holder of holders) await lock(client, holder);
    client.once('end', () => void again());
    return client;
  };

  const again = async (): Promise<void> => {
    backend = 0;
    while (!left) {
      try {
        await (connected = connect());
        return;
      } catch {
        await sleep(retryMs, undefined, { ref: false });
      }
    }
  };

  const showOne = async (holder: string): Promise<void> => {
    if (holders.has(holder)) return;
    connected ??= connect().catch((error: unknown) => {
      connected = undefined;
      throw databaseFault(error);
    });
    await lock(await connected, holder);
    holders.add(holder);
  };

  let last: Promise<void> = Promise.resolve();
  return {
    backend: () => backend,
    show: (holder) => (last = last.catch(() => undefined).then(() => showOne(holder))),
    async leave() {
      left = true;
      await (await connected?.catch(() => undefined))?.end();
    },
  };
}
