import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { CompiledQuery, PGliteAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { EmbeddedDatabase } from './database.ts';

function connectionTo(database: EmbeddedDatabase): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, affected } =
        parameters.length === 0 ? await database.script(sql) : await database.query(sql, parameters);
      return { rows: rows as Row[], numAffectedRows: BigInt(affected) };
    },
    async *streamQuery() {
      throw new Error('The embedded database does not stream.');
    },
  };
}

function driverOf(database: EmbeddedDatabase): Driver {
  const connection = connectionTo(database);
  const run = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: () => run('begin'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: () => database.close(),
  };
}

/**
 * Kysely over the embedded database. There is one session; since the adapter says so, Kysely lends it to one caller at
 * a time, and a transaction keeps it until its end.
 */
export function embeddedDialect(database: EmbeddedDatabase): Dialect {
  return {
    createDriver: () => driverOf(database),
    createAdapter: () => new PGliteAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}
