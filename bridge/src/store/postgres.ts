import pg from 'pg';
import type { Dialect } from 'kysely';
import { PostgresDialect } from 'kysely';
import type { Log } from '../domain/log.ts';
import { databaseFault } from './database-fault.ts';

const oldestServer = 14;
const connectTimeoutMs = 10_000;

/** `pg` answers int8 as text; the bridge's counters stay far below 2^53. */
function numbersForInt8(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

/**
 * Connects to a Postgres server and answers Kysely's dialect for it, which owns the connections.
 *
 * @throws Fault `TDM-B-DATABASE` when the server cannot be reached, refuses the role, or is older than version 14
 */
export async function connectPostgres(databaseUrl: string, log: Log): Promise<Dialect> {
  let pool: pg.Pool | undefined;
  try {
    pool = new pg.Pool({
      connectionString: databaseUrl,
      application_name: 'tandem',
      connectionTimeoutMillis: connectTimeoutMs,
      types: numbersForInt8(),
    });
    // An idle connection that the server closed; the next query opens another one.
    pool.on('error', (error) =>
      log.warn({ code: (error as NodeJS.ErrnoException).code }, 'database connection lost'),
    );
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < oldestServer)
      throw new Error(`The server is version ${version}; ${oldestServer} is the least.`);
    return new PostgresDialect({ pool });
  } catch (error) {
    await pool?.end();
    throw databaseFault(error);
  }
}
